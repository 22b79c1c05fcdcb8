import { matrix } from "./matrix";

matrix("Device, adopted");
matrix("Device, awaited");
