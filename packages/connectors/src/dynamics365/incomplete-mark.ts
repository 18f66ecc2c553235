/** Stands after our reference while not all lines are there: for people who look at the order, and for the next submit. */
export const incompleteMark = ' (incomplete)';
