import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { work } from "./paths.mjs";

/**
 * Runs `action` while no other process runs one under the same name. The lock is a file that holds its owner's process id
 * from the moment it exists (a link to a written file); one whose owner is gone, killed half-way, is removed.
 */
export async function withLock(name, action) {
  const folder = join(work, "locks");
  const lock = join(folder, name);
  const mine = `${lock}.${process.pid}`;
  const release = () => rmSync(lock, { force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(mine, String(process.pid));
  try {
    while (!taken(mine, lock)) {
      if (ownerLives(lock)) await pause(100);
      else release();
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

function ownerLives(lock) {
  try {
    process.kill(Number(readFileSync(lock, "utf8")), 0);
    return true;
  } catch (error) {
    return error.code === "EPERM"; // another user's process; anything else: no such process, or no such lock any more
  }
}
