import { isAnyOf, type Duty } from '#modules/procedures/roles.ts';

/** Who reads the name of a group that waits: whoever leads the procedure. Everybody else at the desk reads a number until it moves up. */
export const maySeeWaiting = (duties: readonly Duty[], managerId: string | null): boolean =>
	isAnyOf(duties, 'manager') || duties.some(({ role, deputyFor }) => role === 'deputy' && deputyFor !== null && deputyFor === managerId);
