/** The year before a day, or after it: in which a day lies that is typed without one. */
const shifted = (day: string, days: number) => {
  const at = new Date(`${day}T12:00:00Z`);
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10);
};

export const yearUntil = (day: string) => ({ first: shifted(day, -364), last: day });

export const yearFrom = (day: string) => ({ first: day, last: shifted(day, 364) });
