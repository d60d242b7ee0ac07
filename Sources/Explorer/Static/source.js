// Where the graph and the pictures come from: blocks of this very page (published), or the server (live).

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

/** The document of the graph. */
export async function loadDocument() {
  if (!isLive) return JSON.parse(document.getElementById("data").textContent);
  return (await answer("api/graph")).json();
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
    const block = document.getElementById(`picture-${name}`);
    return block ? JSON.parse(block.textContent) : null;
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
