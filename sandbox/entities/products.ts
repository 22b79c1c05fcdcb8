import { z } from "zod";
import type { Account } from "../accounts";
import { content, defineEntity } from "../entity";
import { page, type PageArgs } from "../pages";
import { rows } from "../rows";
import { now } from "../store";
import { putTag, tagsOn } from "../tagging";

interface Product {
  id: string;
  name: string;
  created: string;
}

const productsOf = rows((): Product[] => []);

const form = z.array(z.strictObject({ name: z.string().min(1).max(100), tags: z.array(z.string()).default([]) }));

/** Device products: bulk registration with services decided beforehand. Clients can read them alone; they have no services. */
export default defineEntity({
  fields: {
    User: {
      deviceProducts: (account, { id, ...args }: PageArgs & { id?: string[] | null }, context) => {
        const found = productsOf(account).filter((product) => !id || id.includes(product.id));
        const { items, ...facts } = page(context, found, args);
        return { ...facts, items: items.map((product) => productView(account, product)) };
      },
    },
    DeviceProduct: {
      platform: null,
      status: "NEW",
      source: null,
      registrationCode: null,
      registrationCommand: null,
      services: [],
    },
  },
  content: {
    products: content(form, (store, account, given) => {
      for (const { name, tags } of given) {
        const id = `PRODUCT-${productsOf(account).length + 1}-${account.id}`;
        const product = { id, name, created: now(store).toISOString() };
        productsOf(account).push(product);
        for (const tag of tags) putTag(store, account, product, tag);
      }
    }),
  },
});

const productView = (account: Account, product: Product) => ({
  ...product,
  updated: product.created,
  tags: tagsOn(account, product).map(({ name }) => name),
});
