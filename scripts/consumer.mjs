import { consumer } from "./lib/consumer.mjs";

// Prints the folder in which a program finds the packed package; makes it where it is missing.
console.log(await consumer());
