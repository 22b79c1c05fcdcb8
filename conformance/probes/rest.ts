import { addressesOf } from "../../provider/client";
import { fact, probe } from "../probe";

const NEEDS_PROJECT = "it would take a bulk project, and a device to register and to delete";

const rest = probe("rest", {
  otherwise: {
    absent:
      "What needs REST cannot be done: `provision`, and services of devices that are not configurable. Set remoteit:restEndpoint where it lies elsewhere.",
  },
  evidence: "D, S, P 2026-08; stages have none",
  leansOn: ["provider/client/rest.ts", "provider/client/settings/endpoint.ts"],
  way: "reading",
  // Unsigned: where the interface is, it asks for a key first.
  ask: async ({ bare, settings }) => {
    const address = addressesOf(settings).rest;
    if (!address) return { unknown: "the endpoint is GraphQL's own address, and remoteit:restEndpoint names none of REST" };
    const { status } = await bare("GET", `${address.url}/device/list/all?cache=false`);
    if (status === 404) return { answer: "absent" };
    return status < 300 || status === 401 || status === 403 ? { answer: "present" } : { unknown: `HTTP ${status} was answered` };
  },
});

const restDelete = probe("rest-delete", {
  otherwise: { false: "Nothing: the device is read again before a refusal is believed." },
  evidence: "S; false although it was deleted (P 2026-08)",
  leansOn: ["provider/lifecycle/confirm-gone.ts"],
  way: "elsewhere",
  notAsked: NEEDS_PROJECT,
});

const restErrors = probe("rest-errors", {
  otherwise: { error: "Nothing: both are told as a name that is taken." },
  evidence: "S",
  leansOn: ["provider/client/rest-refusal.ts"],
  way: "elsewhere",
  notAsked: NEEDS_PROJECT,
});

const restSecret = probe("rest-secret", {
  otherwise: { plain: "Nothing: colons are taken out where they are." },
  evidence: "S",
  leansOn: ["provider/domains/devices/register-rest.ts"],
  way: "elsewhere",
  notAsked: NEEDS_PROJECT,
});

const platformZero = probe("platform-zero", {
  otherwise: { refused: "`provision` with platform 0 fails: name another, or leave it out, and it is 1120." },
  evidence: "unknown; the base that public code starts from says 1120 (S)",
  leansOn: ["provider/domains/shared/provision.ts"],
  way: "elsewhere",
  notAsked: NEEDS_PROJECT,
});

const bulkType = fact({
  name: "rest-device-type",
  question: "What makes a registered address a device?",
  assumed: ["type-35", "application type 35, with 40 in bytes 10 and 11; any other type is a service"],
  evidence: "S",
  leansOn: ["provider/domains/shared/provision.ts"],
  way: "elsewhere",
  notAsked: NEEDS_PROJECT,
});

const sameHardware = fact({
  name: "rest-service-device",
  question: "What does a service that REST registers belong to?",
  assumed: ["hardware-id", "the device of the account with the same hardware id"],
  evidence: "inferred (S: the installer registers all under one)",
  leansOn: ["provider/domains/devices/register-rest.ts"],
  way: "elsewhere",
  notAsked: NEEDS_PROJECT,
});

const twice = fact({
  name: "rest-twice",
  question: "May `device/address` and `device/create` be sent again after a lost answer?",
  assumed: ["yes", "yes: nothing is in the account before `device/register`"],
  evidence: "inferred",
  leansOn: ["provider/domains/devices/register-rest.ts"],
  way: "elsewhere",
  notAsked: NEEDS_PROJECT,
});

const slow = fact({
  name: "rest-time",
  question: "How long may a call of REST take?",
  assumed: ["minute", "up to a minute, twice what a request may take otherwise"],
  evidence: "S, P (public clients wait 40 to 60 s)",
  leansOn: ["provider/client/transport.ts"],
  way: "elsewhere",
  notAsked: NEEDS_PROJECT,
});

export const restProbes = [rest, restErrors, restSecret, platformZero, bulkType, sameHardware, twice, slow, restDelete];
