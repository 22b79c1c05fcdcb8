import { ValidationError, TransientError, type RemoteitError } from "../../provider/core/errors";
import type { ListPage, Fetch, Position } from "../../provider/inventory/page";
import { scan, type Scanning } from "../../provider/inventory/scan";

export interface Item {
  id: string;
  /** When it was made: what the list is ordered by. */
  made: number;
}

/** How a server pages: whatever is plausible of remote.it's. */
export interface Paging {
  /** Whether there are cursors, and what one does whose item has gone. */
  cursor: "none" | "its-place" | "refused" | "first";
  /** Whether it says that there is more. */
  saysMore: boolean;
  /** What `from` counts from. */
  firstOffset: 0 | 1;
  /** The most that it gives in a page, whatever is asked for. */
  most: number;
  /** The most that can be asked for: its gateway gives up on more. */
  atOnce: number;
  /** Whether items that were made at the same moment have another order each time. */
  shuffles: boolean;
}

export const usual: Paging = {
  cursor: "its-place",
  saysMore: true,
  firstOffset: 0,
  most: 1000,
  atOnce: 1000,
  shuffles: false,
};

const about = { what: "Reading the list" };

const givenUp = () => new TransientError({ ...about, why: "HTTP 504.", remedy: "Run again.", reached: "unknown" });
const refused = () => new ValidationError({ ...about, why: "Invalid after.", remedy: "Correct it." });

/** A list as a server may give it out, changing before any request. */
export class List {
  items: Item[];
  gone = new Map<string, Item>();
  asked = 0;
  tried = 0;
  sizes: number[] = [];
  fresh = 0;

  constructor(
    size: number,
    readonly paging: Paging = usual,
    private readonly change: (list: List, request: number) => void = () => undefined,
    tie = 1,
  ) {
    this.items = Array.from({ length: size }, (_, index) => ({ id: name(index), made: Math.floor(index / tie) * 2 }));
  }

  /** A newcomer is the last; one that was made at another moment comes from elsewhere. */
  add(made = Number.MAX_SAFE_INTEGER): void {
    this.items.push({ id: `new-${name((this.fresh += 1))}`, made });
  }

  remove(place: number, count: number): void {
    for (const item of this.items.splice(place, count)) this.gone.set(item.id, item);
  }

  fetch: Fetch<Item> = ({ size, ...place }) => {
    let failed: RemoteitError | undefined;
    this.asked += 1;
    for (;;) {
      const asked = size(failed);
      this.tried += 1;
      this.sizes.push(asked);
      if (asked <= this.paging.atOnce) return Promise.resolve(null).then(() => this.page(place, asked));
      failed = givenUp();
    }
  };

  private page({ after, from = 0 }: Omit<Position, "size">, size: number): ListPage<Item> {
    this.change(this, this.asked);
    const { cursor, saysMore, firstOffset, most } = this.paging;
    const chance = new Map(this.paging.shuffles ? this.items.map(({ id }) => [id, Math.random()]) : []);
    const inOrder = (one: Item, other: Item) =>
      one.made - other.made || (chance.get(one.id) ?? 0) - (chance.get(other.id) ?? 0) || (one.id < other.id ? -1 : 1);
    this.items.sort(inOrder);
    const start = after ? this.placeAfter(after, inOrder) : Math.max(0, from - firstOffset);
    const items = this.items.slice(start, start + Math.min(size, most));
    return {
      total: this.items.length,
      ...(saysMore && { hasMore: start + items.length < this.items.length }),
      ...(cursor !== "none" && { last: items.at(-1)?.id ?? null }),
      items,
    };
  }

  private placeAfter(after: string, inOrder: (one: Item, other: Item) => number): number {
    const index = this.items.findIndex(({ id }) => id === after);
    if (index !== -1) return index + 1;
    const item = this.gone.get(after);
    if (!item || this.paging.cursor === "refused") throw refused();
    if (this.paging.cursor === "first") return 0;
    return this.items.filter((other) => inOrder(other, item) <= 0).length;
  }
}

const name = (number: number) => String(number).padStart(8, "0");

/** The ids that a scan of the list finds, in their order. */
export async function idsOf(fetch: Fetch<{ id: string }>, scanning: Partial<Scanning> = {}): Promise<string[]> {
  const found: string[] = [];
  for await (const { items } of scan(fetch, { about, ...scanning })) found.push(...items.map((item) => item.id));
  return found;
}
