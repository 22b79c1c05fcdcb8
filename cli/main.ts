#!/usr/bin/env node
import { createProgram } from "./program";
import { fail } from "./support/run";

createProgram().parseAsync().catch(fail);
