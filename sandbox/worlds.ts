/**
 * What public material leaves open about remote.it, as switches of the sandbox: each with the answers that are plausible, the
 * assumed one first. A world is one answer to each. api/README.md says how much is known, and `pulumi-remoteit conformance`
 * asks an account which world it lives in.
 */
export interface Switch {
  /** What is unknown, as a question. */
  question: string;
  /** Each answer by its short name, and what remote.it then does; the assumed one first. */
  answers: readonly (readonly [name: string, does: string])[];
}

export const switches = {
  tags: {
    question: "Are two spellings of a tag's name, such as prod and Prod, two tags?",
    answers: [
      ["case-sensitive", "yes"],
      ["case-insensitive", "no: the first spelling stays, and either names it"],
    ],
  },
  "tags-without-account": {
    question: "Whose tags of a device does `tags` show without an accountId?",
    answers: [
      ["owner", "those of the account that holds the device"],
      ["own", "those of the access key's own account"],
    ],
  },
  "tag-answer": {
    question: "What do the mutations of tags answer when they were carried out?",
    answers: [
      ["true", "true"],
      ["null", "null: their type is a nullable Boolean"],
    ],
  },
  "network-names": {
    question: "May two networks of an account have the same name?",
    answers: [
      ["allowed", "yes"],
      ["refused", "no: it is an error"],
    ],
  },
  "network-unknown": {
    question: "How do changes of a network refuse an id that names none?",
    answers: [
      ["error", "with a GraphQL error"],
      ["null", "with null, or false where null is no answer"],
    ],
  },
  "connection-clear": {
    question: "What clears the port or the name of a network's connection?",
    answers: [
      ["left-out", "null, or leaving it out: each call sets both"],
      ["null", "null: what is left out stays"],
      ["empty", "0, or an empty text: null leaves it as it is"],
      ["nothing", "nothing but removing the connection"],
    ],
  },
  "unknown-email": {
    question:
      "What becomes of an address that nobody has an account under, where something is shared with it or it is made a member?",
    answers: [
      ["refused", "nothing: it is refused"],
      ["invited", "it is invited, and shows at once"],
    ],
  },
  "email-case": {
    question: "Do two addresses that differ by case alone name the same user?",
    answers: [
      ["same", "yes"],
      ["other", "no"],
    ],
  },
  "share-later": {
    question: "Has somebody with whom all of a device is shared a service of it that is added later?",
    answers: [
      ["no", "no: each service is shared by itself"],
      ["yes", "yes"],
    ],
  },
  "share-notify": {
    question: "Can a share be made without a mail to the user (`notify`)?",
    answers: [
      ["offered", "yes"],
      ["missing", "no: the schema lacks the argument"],
    ],
  },
  "link-password": {
    question: "How is the password of a connect link read back?",
    answers: [
      ["asterisks", "as asterisks"],
      ["hidden", "not at all: null"],
      ["plain", "as it is"],
    ],
  },
  "link-off": {
    question: "Does a connect link keep its password while it is switched off?",
    answers: [
      ["keeps", "yes"],
      ["clears", "no: it has none when it is switched on again"],
    ],
  },
  "access-seen": {
    question: "Are connect links, and with whom a device is shared, shown to who may not manage the device?",
    answers: [
      ["shown", "yes"],
      ["hidden", "no: as if there were none"],
    ],
  },
  "user-links": {
    question: "Does an account give all its connect links as one list (`User.links`)?",
    answers: [
      ["offered", "yes"],
      ["missing", "no: the schema lacks the field"],
    ],
  },
  nested: {
    question: "What does setAttributes do to a map inside a map?",
    answers: [
      ["merge", "merges it, at every depth"],
      ["replace", "replaces it as a whole, and keeps a null inside as a value"],
    ],
  },
  "dotted-attribute": {
    question: "What is a dot in a name that setAttributes is given?",
    answers: [
      ["literal", "a character like any other"],
      ["path", "a path into a map, as in the name of setAttribute"],
    ],
  },
  "notification-null": {
    question: "What does a null do to a notification setting of a device?",
    answers: [
      ["follows", "the device follows the account again"],
      ["ignored", "nothing"],
    ],
  },
  "account-update": {
    question: "May updateAccount name another account than the access key's own?",
    answers: [
      ["named", "yes, with the permission ADMIN there"],
      ["own", "no: it is refused"],
    ],
  },
  "webhook-off": {
    question: "Does the webhook's address stay when the webhook is switched off?",
    answers: [
      ["keeps", "yes"],
      ["clears", "no: the address is cleared"],
    ],
  },
  "webhook-form": {
    question: "Which form does a call of the webhook have?",
    answers: [
      ["keys", "the sixteen keys in lower case of a received call (2021)"],
      ["table", "the seven capitalised keys of the docs' table (2023)"],
    ],
  },
  "page-from": {
    question: "Where does `from: 1000` begin?",
    answers: [
      ["1000", "at the 1001st item: from counts what comes before"],
      ["1001", "at the 1000th item: from counts items from one"],
    ],
  },
  "page-size": {
    question: "How many items does one page hold at most?",
    answers: [
      ["1000", "1,000"],
      ["100", "100, whatever is asked for"],
    ],
  },
  cursor: {
    question: "Do lists of devices have a cursor (`after`, `hasMore`, `last`)?",
    answers: [
      ["offered", "yes"],
      ["missing", "no: the schema lacks them"],
    ],
  },
  "cursor-gone": {
    question: "Where does a list of devices go on after a cursor whose device has gone?",
    answers: [
      ["its-place", "where that device was"],
      ["refused", "nowhere: it is an error"],
      ["first", "at the first device again"],
    ],
  },
  "hardware-id-filter": {
    question: "Can devices be filtered by hardware id?",
    answers: [
      ["offered", "yes"],
      ["missing", "no: the schema lacks the argument"],
    ],
  },
  "events-from": {
    question: "Can a list of events begin at an offset (`from`)?",
    answers: [
      ["offered", "yes"],
      ["missing", "no: the schema lacks the argument"],
    ],
  },
  "events-range": {
    question: "What does a list of events show of a period that is longer than a month?",
    answers: [
      ["newest", "its newest month"],
      ["refused", "nothing: it is an error"],
      ["all", "all of it"],
    ],
  },
  "user-service": {
    question: "Can services be read by their ids (`User.service`)?",
    answers: [
      ["offered", "yes"],
      ["missing", "no: the schema lacks the field"],
    ],
  },
  "device-by-service-id": {
    question: "What does `device(id:)` answer for the id of a service?",
    answers: [
      ["device", "the device of the service"],
      ["nothing", "nothing, as for an unknown id"],
    ],
  },
  "ids-per-request": {
    question: "How many ids may one request name?",
    answers: [
      ["1000", "at least 500"],
      ["100", "100: more is an error"],
    ],
  },
  "service-names": {
    question: "How are names of services stored?",
    answers: [
      ["plain", "as they are sent"],
      ["prefixed", "with the device's name before them: `Device - service`"],
    ],
  },
  "service-defaults": {
    question: "What does addService fill in where host, port or enabled is left out?",
    answers: [
      ["filled", "127.0.0.1, the type's port, true"],
      ["empty", "null, null, false"],
    ],
  },
  "service-twins": {
    question: "May two services of a device have the same name?",
    answers: [
      ["allowed", "yes"],
      ["refused", "no: addService is refused"],
    ],
  },
  "application-types": {
    question: "Which application types does the account know?",
    answers: [
      ["known", "those of the public material"],
      ["newer", "one more, `Modbus` (502)"],
    ],
  },
  "claim-unknown": {
    question: "What does claimDevice answer for an unknown or used code?",
    answers: [
      ["null", "null, without an error"],
      ["error", "a GraphQL error"],
    ],
  },
  "claim-again": {
    question: "What becomes of a claim code that the account itself has used?",
    answers: [
      ["refused", "it is refused as an unknown one is"],
      ["device", "it answers the device again"],
    ],
  },
  "registration-unique": {
    question: "Do equal arguments give the same registration code where `unique` is left out?",
    answers: [
      ["false", "yes"],
      ["true", "no: every call gives a new one"],
    ],
  },
  "delete-answer": {
    question: "How does deleteDevice refuse a device that is active or unknown?",
    answers: [
      ["false", "with false"],
      ["error", "with a GraphQL error"],
    ],
  },
  "register-device": {
    question: "Does GraphQL register devices and their services (`registerDevice`, `addServiceByHardwareId`)?",
    answers: [
      ["missing", "no: the schema lacks them"],
      ["offered", "yes"],
      ["refused", "the schema has them, and they are refused"],
    ],
  },
  rest: {
    question: "Does the endpoint have the REST interface?",
    answers: [
      ["present", "yes"],
      ["absent", "no: HTTP 404"],
    ],
  },
  "rest-delete": {
    question: "What does REST answer when it has deleted a device?",
    answers: [
      ["true", '"status":"true"'],
      ["false", '"status":"false", although the device is gone'],
    ],
  },
  "rest-errors": {
    question: "How does REST say that a name or an address is taken?",
    answers: [
      ["reason", 'reason "[0807] duplicate name" or "bad device address"'],
      ["error", '"Error":"DuplicateName:" or "DuplicateAddress:", the latter also of an address that is created twice'],
    ],
  },
  "rest-secret": {
    question: "How does REST write the secret of a new device?",
    answers: [
      ["colons", "pairs with colons between"],
      ["plain", "without colons"],
    ],
  },
  "platform-zero": {
    question: "May a device type name platform 0?",
    answers: [
      ["taken", "yes"],
      ["refused", 'no: "bad device type"'],
    ],
  },
  "system-roles": {
    question: "Does the list of an organization's roles show the built-in ones?",
    answers: [
      ["listed", "yes"],
      ["hidden", "no: only its members show them"],
    ],
  },
  "role-access": {
    question: "Which access does a role have that createRole has made?",
    answers: [
      ["all", "ALL, whatever it was asked for"],
      ["none", "NONE, whatever it was asked for"],
      ["asked", "what it was asked for, else TAG where it was given tags, else ALL"],
    ],
  },
  "role-names": {
    question: "May two roles have the same name?",
    answers: [
      ["allowed", "yes"],
      ["unique", "no: createRole and updateRole are refused"],
    ],
  },
  "role-empty-filter": {
    question: "What does a role by tag reach once all of its tags are deleted?",
    answers: [
      ["nothing", "nothing"],
      ["everything", "everything"],
    ],
  },
  "role-deleted": {
    question: "What becomes of the members whose role is deleted?",
    answers: [
      ["no-access", "they have no access until they are given another"],
      ["removed", "they are members no longer"],
    ],
  },
  "organization-view": {
    question: "Which roles and members does an organization show to a member without the permission ADMIN?",
    answers: [
      ["all", "all of them"],
      ["none", "none of them"],
    ],
  },
  "sign-in-change": {
    question: "Can an identity provider be changed without switching it off?",
    answers: [
      ["refused", "no: it is refused"],
      ["replaced", "yes"],
      ["ignored", "no: it is accepted, and nothing changes"],
    ],
  },
  "several-mutations": {
    question: "What becomes of several mutations in one document where one of them fails?",
    answers: [
      ["run-to-the-end", "all others are carried out; where the one that fails may not be null, the answer has no data at all"],
      ["stops-at-first-error", "those after it are not carried out, and the answer has no data"],
      ["answers-in-part", "all others are carried out, and the answer has theirs"],
      ["refused", "a document of more than one is refused"],
    ],
  },
  signature: {
    question: "Which signatures does remote.it take?",
    answers: [
      ["both", "HTTP Signatures and RFC 9421"],
      ["cavage", "HTTP Signatures alone"],
      ["rfc9421", "RFC 9421 alone"],
    ],
  },
  websocket: {
    question: "Does the WebSocket of events take a signature in place of the app's token?",
    answers: [
      ["token", "no"],
      ["signature", "yes"],
    ],
  },
  "signature-refusal": {
    question: "How is a bad signature refused?",
    answers: [
      ["401", "with HTTP 401"],
      ["403", "with HTTP 403"],
    ],
  },
} as const satisfies Record<string, Switch>;

export type SwitchName = keyof typeof switches;

/** One answer to each switch. */
export type World = { [N in SwitchName]: (typeof switches)[N]["answers"][number][0] };

export const switchNames = Object.keys(switches) as SwitchName[];

/** The answers that are plausible, the assumed one first. */
export function answersTo<N extends SwitchName>(name: N): World[N][] {
  return switches[name].answers.map(([answer]) => answer as World[N]);
}

/** The world as the provider takes it to be. */
export const assumedWorld = Object.fromEntries(switchNames.map((name) => [name, answersTo(name)[0]])) as unknown as World;

/**
 * The assumed world with some answers replaced.
 *
 * @throws Error that names each switch or answer that does not exist, and what there is.
 */
export function worldWith(given: Readonly<Record<string, unknown>>): World {
  const problems = Object.entries(given).flatMap(([name, answer]) => {
    if (!Object.hasOwn(switches, name)) return [`There is no switch ${name}: see --worlds.`];
    const answers: string[] = answersTo(name as SwitchName);
    return answers.includes(String(answer)) ? [] : [`${name} takes ${answers.join(" or ")}, not ${String(answer)}.`];
  });
  if (problems.length > 0) throw new Error(problems.join(" "));
  return { ...assumedWorld, ...Object.fromEntries(Object.entries(given).map(([name, answer]) => [name, String(answer)])) };
}
