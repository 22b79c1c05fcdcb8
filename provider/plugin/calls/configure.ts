import {
  CheckResponse,
  ConfigureResponse,
  type CheckRequest,
  type ConfigureRequest,
  type DiffRequest,
  type DiffResponse,
} from "@pulumi/pulumi/proto/provider_pb";
import { changedSettings, checkSettings, settingFields, textOf } from "../../client";
import type { Sessions } from "../sessions";
import { decode } from "../values/decode";
import { encode } from "../values/encode";
import { failure } from "./check";
import { diffResponse } from "./diff";

/** Of the version the engine takes care itself. */
const VERSION = "version";

export function checkConfig(request: CheckRequest): CheckResponse {
  const news = decode(request.getNews());
  const { [VERSION]: _version, ...given } = news.values;
  const answer = new CheckResponse();
  answer.setInputs(encode(news.values, settingFields, news));
  answer.setFailuresList(checkSettings(given).map((problem) => failure(problem, news, settingFields)));
  return answer;
}

/** No setting replaces what was made with another: a key may be rotated, and a wrong one is found by whose account answers. */
export function diffConfig(request: DiffRequest): DiffResponse {
  const before = decode(request.getOlds()).values;
  const after = decode(request.getNews()).values;
  return diffResponse(
    changedSettings(before, after).map((path) => ({
      path,
      kind: before[path] === undefined ? "add" : after[path] === undefined ? "delete" : "update",
      replaces: false,
    })),
  );
}

export function configure(request: ConfigureRequest, peer: string, sessions: Sessions): ConfigureResponse {
  const { values } = decode(request.getArgs());
  sessions.configure(peer, (key) => textOf(values[key]));
  const answer = new ConfigureResponse();
  answer.setAcceptsecrets(true);
  answer.setAcceptresources(true);
  answer.setAcceptoutputs(false);
  answer.setSupportspreview(true);
  return answer;
}
