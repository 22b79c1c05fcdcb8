import { engines } from "pulumi-remoteit/package.json";

/** The oldest Node that is supported, by its first number. */
export const oldestNode = Number(/\d+/.exec(engines.node)?.[0]);

/** Why a Node is too old, as a sentence without its end; undefined where it is not. @param version - As `process.version` writes it. */
export function tooOld(version = process.version): string | undefined {
  if (Number(/\d+/.exec(version)?.[0]) >= oldestNode) return undefined;
  return `Node ${version} is older than ${oldestNode}, the least that is supported`;
}
