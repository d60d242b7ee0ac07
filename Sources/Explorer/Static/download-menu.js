// The menu of what can be taken home of a view: the picture on screen; and where a server stands behind, its map with title
// and legend, and its report.

import { h, fill } from "./dom.js";
import { t } from "./text.js";
import { loadFile } from "./source.js";
import { pictureSVG, savePNG, save } from "./export.js";
import { mapAddress, reportAddress } from "./view-query.js";

export class DownloadMenu {
  constructor(model, store, actions) {
    Object.assign(this, { model, store, actions });
    this.list = h("div", {});
    this.element = h("details", { class: "menu", onkeydown: (event) => this.key(event) }, h("summary", {}, t("download.picture")), this.list);
  }

  /** Offers what a tab has: pictures only where there is one. */
  show(hasPicture) {
    const tool = (key, action) => h("button", { type: "button", class: "quiet", onclick: () => this.run(action) }, t(key));
    const isLive = this.model.session !== null;
    this.element.hidden = !hasPicture && !isLive;
    fill(this.list,
      hasPicture && [
        tool("download.svg", () => this.saveSVG()), tool("download.png", () => this.savePNG()), tool("download.print", () => window.print()),
      ],
      hasPicture && isLive && ["pdf", "svg", "png"].map((format) => tool(`download.map.${format}`, () => this.saveMap(format))),
      isLive && tool("download.report", () => this.saveReport()));
  }

  run(action) {
    this.element.open = false;
    this.element.querySelector("summary").focus();
    action();
  }

  key(event) {
    if (event.key !== "Escape" || !this.element.open) return;
    event.stopPropagation();
    this.element.open = false;
    this.element.querySelector("summary").focus();
  }

  get fileName() {
    return `${this.model.content.graph.name}-${this.store.state.tab}`;
  }

  saveSVG() {
    const svg = this.actions.svg();
    if (svg) save(`${this.fileName}.svg`, "image/svg+xml", pictureSVG(svg));
    else this.actions.say(t("picture.none"));
  }

  async savePNG() {
    const svg = this.actions.svg();
    if (!svg) return this.actions.say(t("picture.none"));
    try {
      await savePNG(svg, `${this.fileName}.png`);
    } catch {
      this.actions.say(t("picture.failed"));
    }
    return undefined;
  }

  saveMap(format) {
    return this.saveFile(mapAddress(this.store.state, this.model.content.isDivided, format), `${this.fileName}.${format}`);
  }

  saveReport() {
    return this.saveFile(reportAddress(this.store.state), `${this.fileName}-${t("download.report.name")}.html`);
  }

  async saveFile(address, name) {
    this.actions.say(t("download.wait"));
    try {
      const file = await loadFile(address);
      save(name, file.type, file);
      this.actions.say(t("download.done", { name }));
    } catch (error) {
      this.actions.say(error.message || t("server.gone"));
    }
  }
}
