import { asc, eq } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import { people } from '#modules/people/server/tables.ts';
import type { Transition } from '../../transitions.ts';
import type { ApplicationState, Side } from '../../vocabulary.ts';
import { applicationChanges } from '../tables.ts';

export type Change = {
	id: string;
	transition: Transition;
	to: ApplicationState;
	at: Date;
	by: string | null;
	side: Side;
	reason: string | null;
};

/** What has happened to an application, the oldest first. */
export async function readChanges({ db }: Pick<Ctx, 'db'>, applicationId: string): Promise<Change[]> {
	const rows = await db
		.select({ change: applicationChanges, by: people.name })
		.from(applicationChanges)
		.leftJoin(people, eq(people.id, applicationChanges.byPersonId))
		.where(eq(applicationChanges.applicationId, applicationId))
		.orderBy(asc(applicationChanges.at), asc(applicationChanges.id));
	return rows.map(({ change: { id, transition, to, at, side, reason }, by }) => ({
		...{ id, to, at, side, reason, by },
		transition: transition as Transition
	}));
}
