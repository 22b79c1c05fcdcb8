import { matrix } from "./matrix";

matrix("Device, adopted");
matrix("Device, awaited");
matrix("Two devices, at one moment");
