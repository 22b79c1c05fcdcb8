const grouped = new Intl.NumberFormat("en", { maximumFractionDigits: 0 });

export const count = (value: number): string => grouped.format(value);
export const bytes = (value: number): string => `${grouped.format(value)} bytes`;
export const milliseconds = (value: number): string => `${grouped.format(value)} ms`;
export const seconds = (value: number): string => `${(value / 1000).toFixed(1)} s`;
