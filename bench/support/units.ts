const grouped = new Intl.NumberFormat("en", { maximumFractionDigits: 0 });

export const count = (value: number): string => grouped.format(value);
export const bytes = (value: number): string => `${grouped.format(value)} bytes`;
export const milliseconds = (value: number): string => `${grouped.format(value)} ms`;
export const seconds = (value: number): string => `${(value / 1000).toFixed(1)} s`;
export const megabytes = (value: number): string => `${(value / 1e6).toFixed(value < 10e6 ? 1 : 0)} MB`;

/** From a run of seconds to one of hours. */
export const duration = (value: number): string => {
  if (value < 300e3) return seconds(value);
  return value < 7200e3 ? `${(value / 60e3).toFixed(0)} min` : `${(value / 3600e3).toFixed(1)} h`;
};
