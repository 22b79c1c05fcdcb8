import { createHash } from "node:crypto";
import { GraphQLError } from "graphql";
import { findApplication } from "../applications";
import { defineEntity, type Context } from "../entity";
import { serviceOf } from "../find";
import { may, mustHave } from "../permissions";
import { rows } from "../rows";
import { servicesShown } from "../sharing";
import type { Answer } from "../server/answer";
import { now, type Store } from "../store";
import { devicesOf } from "./devices/rows";
import { allServices, type SeenService, type Service } from "./services/rows";

interface Link {
  /** What its address ends with. */
  key: string;
  service: Service;
  enabled: boolean;
  password: string | null;
  allow: string[];
  deny: string[];
  created: string;
}

/** One of each service at most, by its id; and how many have been made. */
const linksIn = rows(() => ({ byService: new Map<string, Link>(), made: 0 }));

interface Wish {
  serviceId: string;
  enabled?: boolean | null;
  /** Null takes it off, absent leaves it (api/README.md, A). */
  password?: string | null;
  allow?: string[] | null;
  deny?: string[] | null;
}

/** At most so many characters (api/README.md, A). */
const LONGEST = 49;

/** Lasting public addresses of services. Whoever has one reaches a page of the sandbox's own, not the service. */
export default defineEntity({
  fields: {
    User: {
      links: (account, { type }: OfTypes, context) =>
        [...devicesOf(account).values()].flatMap((device) =>
          servicesShown(account, device).flatMap((service) => linkView(context, { account, device, service }, type) ?? []),
        ),
    },
    Device: { link: null },
    Service: { link: (seen, { type }: OfTypes, context) => linkView(context, seen, type) },
  },
  mutations: {
    setConnectLink: set,
    removeConnectLink: remove,
    enableConnectLink: (wish: Wish, context) => {
      const link = set({ ...wish, enabled: wish.enabled ?? true }, context);
      if (!link) throw new GraphQLError(`Service ${wish.serviceId} not found.`);
      return link;
    },
    disableConnectLink: remove,
  },
  http: {
    "GET /link/{key}": {
      name: "link",
      isOpen: true,
      answer: (store, [key], { authorization }) => open(store, key, authorization),
    },
  },
  lacks: (world) => (world["user-links"] === "missing" ? ["User.links"] : []),
});

interface OfTypes {
  type?: string[] | null;
}

/** Web services have an address for browsers, all others a key for the vendor's SDK (api/README.md, A). */
const typeOf = ({ application }: Service): "HTTPS" | "WSS" => (findApplication(application)?.isWeb ? "HTTPS" : "WSS");

/** Undefined where the service is gone, or is another's that was registered under its id. */
function linkOf(store: Store, service: Service): Link | undefined {
  const link = linksIn(store).byService.get(service.id);
  return link?.service === service ? link : undefined;
}

/** As the type `ConnectLink`; null where there is none, or none for the caller's eyes. */
function linkView(context: Context, seen: SeenService, types?: readonly string[] | null) {
  const { store } = context;
  const link = linkOf(store, seen.service);
  const type = typeOf(seen.service);
  const isHidden = store.world["access-seen"] === "hidden" && !may(context, seen, "MANAGE");
  if (!link || isHidden || (types && !types.includes(type))) return null;
  const { key, enabled, created, allow, deny } = link;
  const address = `${store.endpoint}/link/${key}`;
  return {
    url: type === "HTTPS" ? address : address.replace(/^http/, "ws"),
    code: type === "HTTPS" ? "" : key,
    enabled,
    created,
    password: shownPassword(store, link),
    service: seen,
    allow,
    deny,
  };
}

function shownPassword({ world }: Store, { password }: Link): string | null {
  if (password === null || world["link-password"] === "hidden") return null;
  return world["link-password"] === "plain" ? password : "********";
}

/** Null where there is no such service. */
function set(wish: Wish, context: Context) {
  const { store } = context;
  const seen = serviceOf(context, wish.serviceId);
  if (!seen) return null;
  mustHave(context, seen, "MANAGE");
  if ((wish.password?.length ?? 0) > LONGEST)
    throw new GraphQLError(`Invalid password: it must have at most ${LONGEST} characters.`);
  const link = linkOf(store, seen.service) ?? make(store, seen.service);
  if (wish.password !== undefined) link.password = wish.password || null;
  link.enabled = wish.enabled ?? link.enabled;
  link.allow = wish.allow ?? link.allow;
  link.deny = wish.deny ?? link.deny;
  if (!link.enabled && store.world["link-off"] === "clears") link.password = null;
  return linkView(context, seen);
}

/** Under an address that was never given out before. */
function make(store: Store, service: Service): Link {
  const links = linksIn(store);
  links.made += 1;
  const key = createHash("sha256").update(`link ${store.seed}/${links.made} ${service.id}`).digest("hex").slice(0, 20);
  const link: Link = { key, service, enabled: true, password: null, allow: [], deny: [], created: now(store).toISOString() };
  links.byService.set(service.id, link);
  return link;
}

/** Its address is lost (api/README.md, C). */
function remove({ serviceId }: Pick<Wish, "serviceId">, context: Context): boolean {
  const seen = serviceOf(context, serviceId);
  if (!seen || !linkOf(context.store, seen.service)) return false;
  mustHave(context, seen, "MANAGE");
  return linksIn(context.store).byService.delete(seen.service.id);
}

/** What a browser finds at the address; its password is asked for as any web server does. */
function open(store: Store, key: string | undefined, authorization: string | undefined): Answer | undefined {
  const link = [...linksIn(store).byService.values()].find((one) => one.key === key);
  const isThere = link?.enabled === true && allServices(store).get(link.service.id) === link.service;
  if (!isThere || typeOf(link.service) !== "HTTPS") return undefined;
  if (link.password !== null && passwordIn(authorization) !== link.password)
    return { ...page(401, "This address asks for its password."), headers: { "www-authenticate": 'Basic realm="remote.it"' } };
  return page(200, `This address leads to service ${link.service.id}.`);
}

const page = (status: number, text: string): Answer => ({ status, body: `<p>${text}</p>`, type: "text/html; charset=utf-8" });

/** Whatever user is named. */
function passwordIn(authorization = ""): string | undefined {
  const [, given] = /^Basic (.+)$/i.exec(authorization) ?? [];
  const text = Buffer.from(given ?? "", "base64").toString();
  return text.includes(":") ? text.slice(text.indexOf(":") + 1) : undefined;
}
