import { randomUUID } from "node:crypto";
import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { work } from "./paths.mjs";
import { say } from "./report.mjs";

/**
 * Runs `action` while nobody else runs one under the same name. The lock is a file that holds its owner's process id from
 * the moment it exists (a link to a written file); one whose owner is gone, killed half-way, is removed.
 */
export async function withLock(name, action) {
  const folder = join(work, "locks");
  const lock = join(folder, name);
  const mine = `${lock}.${randomUUID()}`;
  const release = () => rmSync(lock, { force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(mine, String(process.pid));
  try {
    for (let turn = 1; !taken(mine, lock); turn += 1) {
      const owner = ownerOf(lock);
      if (turn === 50) say(`waiting for process ${owner}, which holds ${lock} …`);
      if (owner === undefined) removeDead(lock, `${mine}.dead`);
      else await pause(100);
    }
  } finally {
    rmSync(mine, { force: true });
  }
  process.once("exit", release);
  try {
    return await action();
  } finally {
    process.off("exit", release);
    release();
  }
}

function taken(mine, lock) {
  try {
    linkSync(mine, lock);
    return true;
  } catch (error) {
    if (error.code === "EEXIST") return false;
    throw error;
  }
}

/** Two may find the same dead owner: each moves away what is there, and puts back what the other has just taken. */
function removeDead(lock, aside) {
  try {
    renameSync(lock, aside);
    if (ownerOf(aside)) linkSync(aside, lock);
  } catch (error) {
    if (error.code !== "ENOENT" && error.code !== "EEXIST") throw error;
  } finally {
    rmSync(aside, { force: true });
  }
}

/** The process that holds a lock; undefined where it lives no more, or there is no lock any more. */
function ownerOf(lock) {
  let owner;
  try {
    owner = Number(readFileSync(lock, "utf8"));
    process.kill(owner, 0);
    return owner;
  } catch (error) {
    return error.code === "EPERM" ? owner : undefined; // another user's process lives
  }
}
