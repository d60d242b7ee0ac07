// Where the graph and the pictures come from: packed blocks of this very page (published), or the server (live).

import { t } from "./text.js";
import { pictureAddress } from "./view-query.js";

/** Whether a server stands behind the page: then decisions can be taken and pictures drawn on demand. */
export const isLive = document.getElementById("data") === null;

/** What a page says when its server does not answer, or answers with an error. */
export class SourceError extends Error {}

async function answer(path, options) {
  let response;
  try {
    response = await fetch(path, options);
  } catch {
    throw new SourceError("");
  }
  if (response.ok) return response;
  let message = response.statusText;
  try {
    message = (await response.json()).error.message;
  } catch {
    // Not ours: the status must do.
  }
  throw new SourceError(message);
}

/** What a block of this page holds, as a response to read; null when the page does not hold it. */
async function unpacked(id) {
  // The program runs before the browser has read the pictures of groups, which are most of a large page.
  if (!document.getElementById(id) && document.readyState === "loading") {
    await new Promise((resume) => document.addEventListener("DOMContentLoaded", resume, { once: true }));
  }
  const block = document.getElementById(id);
  if (!block) return null;
  if (!("DecompressionStream" in window)) throw new SourceError(t("browser.old"));
  return new Response(new Blob([bytes(block.textContent)]).stream().pipeThrough(new DecompressionStream("deflate")));
}

/** The bytes behind Base64, in the way of this browser: the direct one is of 2025. */
function bytes(packed) {
  if (Uint8Array.fromBase64) return Uint8Array.fromBase64(packed);
  return Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0));
}

/** The document of the graph. A published page unpacks its first picture beside it: both are then shown at once. */
export async function loadDocument() {
  if (isLive) return (await answer("api/graph")).json();
  const block = document.querySelector("script[id^='picture-']");
  if (block) firstPicture = { id: block.id, text: (await unpacked(block.id)).text() };
  return (await unpacked("data")).json();
}

/** The picture that a published page opens with: its block, and a promise of its SVG. */
let firstPicture = null;

/** The missing partnerships; a server that ranks a large graph lets them wait. */
export async function loadMissing() {
  return (await (isLive ? answer("api/missing") : unpacked("missing"))).json();
}

/** What the server lets this page do; null on a published page. */
export async function loadSession() {
  return isLive ? (await answer("api/session")).json() : null;
}

/**
 * The SVG of a picture; null when the page does not hold it. `words` say which part a server draws, `signal` ends a request
 * that nobody waits for any more.
 */
export async function loadPicture(name, words, signal) {
  if (!isLive) {
    const id = `picture-${name}`;
    return id === firstPicture?.id ? firstPicture.text : ((await unpacked(id))?.text() ?? null);
  }
  return (await answer(pictureAddress(name, words), { signal })).text();
}

/** A file that the server makes. */
export async function loadFile(address) {
  return (await answer(address)).blob();
}

/** Keeps a decision about a pair; the answer is the new document of suggestions, and whether it can be taken back. */
export async function sendDecision(verdict, subjects, reason) {
  return (await answer("api/decisions", {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ verdict, subjects, reason }),
  })).json();
}

/** Takes the last decision back; the answer is like that of a decision. */
export async function undoDecision() {
  return (await answer("api/decisions/last", { method: "DELETE" })).json();
}
