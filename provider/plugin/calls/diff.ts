import { DiffResponse, PropertyDiff, type DiffRequest } from "@pulumi/pulumi/proto/provider_pb";
import { details, type Detail } from "../../core/detail";
import { diff } from "../../core/diff";
import { noteDeclared } from "../../domains";
import { waitOf } from "../../core/resource";
import type { Session } from "../sessions";
import { resourceNamed } from "../types";
import { decode } from "../values/decode";
import { ignoring } from "../../core/ignore";
import { operation } from "./operation";

/** What the engine shows as the reason of a replacement that no property asks for. */
const ID = "id";

export async function diffResource(request: DiffRequest, session: Session): Promise<DiffResponse> {
  const { context, checked } = session;
  const isChecked = checked.delete(request.getUrn());
  const resource = resourceNamed(request.getType(), request.getUrn());
  const state = decode(request.getOlds()).values;
  const declared = ignoring(request.getIgnorechangesList(), state, decode(request.getNews()).values);
  const difference = diff(resource, request.getId(), state, declared);
  const found = details(difference, state, declared);
  const stables = resource.stale ? [] : Object.keys(resource.outputs);
  if (difference.replaces.length > 0) return diffResponse(found, stables);
  const { needsItsOwn, isOfRefresh } = noteDeclared(resource, context, request.getId(), state, declared, isChecked);
  // Where another resource has it by now, this one needs a thing of its own; where there is none to have, that is an error.
  if (needsItsOwn) return diffResponse([...found, { path: ID, kind: "update", replaces: true }]);
  const stale = await operation(session, waitOf(resource, declared), 0, async () =>
    resource.stale?.(context, request.getId(), state, declared, isOfRefresh),
  );
  const more: Detail[] = stale === undefined ? [] : [{ path: stale, kind: "update", replaces: false }];
  return diffResponse([...found, ...more], stables);
}

const kinds = {
  add: [PropertyDiff.Kind.ADD, PropertyDiff.Kind.ADD_REPLACE],
  delete: [PropertyDiff.Kind.DELETE, PropertyDiff.Kind.DELETE_REPLACE],
  update: [PropertyDiff.Kind.UPDATE, PropertyDiff.Kind.UPDATE_REPLACE],
} as const;

/** @param stables - Properties that stay as they are in any update. */
export function diffResponse(found: Detail[], stables: string[] = []): DiffResponse {
  const answer = new DiffResponse();
  answer.setChanges(found.length > 0 ? DiffResponse.DiffChanges.DIFF_SOME : DiffResponse.DiffChanges.DIFF_NONE);
  answer.setDiffsList(namesOf(found));
  answer.setReplacesList(namesOf(found.filter(({ replaces }) => replaces)));
  answer.setStablesList(stables);
  answer.setHasdetaileddiff(true);
  for (const { path, kind, replaces } of found) {
    const entry = new PropertyDiff();
    entry.setKind(kinds[kind][replaces ? 1 : 0]);
    answer.getDetaileddiffMap().set(path, entry);
  }
  return answer;
}

const namesOf = (found: Detail[]) => [...new Set(found.map(({ path }) => path.split(/[.[]/, 1)[0] ?? path))];
