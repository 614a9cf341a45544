/** A plan as the core lists it: this year’s, and nobody has proposed it yet. */
export const plan = {
  id: 'p',
  year: 2027,
  label: 'FY27',
  first_day: '2027-01-01',
  last_day: '2027-12-31',
  is_this_year: true,
  in_force: null,
  proposed: null,
  missing: [],
};
