import { eq } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import { amended, changesOf, mustMove, whyNotAmend, type AmendmentDraft, type Change } from '../amendment.ts';
import { deadlineOf, type Frozen } from '../frozen.ts';
import { isOpenFor } from '../open.ts';
import { procedureOfTown } from './internal/procedure-for.ts';
import { loadFrozen } from './load-frozen.ts';
import { procedureAmendments } from './publication-tables.ts';

export type FoundAmendment = {
	isOpen: boolean;
	frozen: Frozen;
	deadline: Date | null;
	/** Null when none is in work. */
	amendment: {
		version: number;
		draft: AmendmentDraft;
		changes: Change[];
		deadline: Date | null;
		mustMove: boolean;
		/** Why it cannot be published as it stands. */
		against: string | null;
	} | null;
};

/** The amendment in work with what it changes and what stands against it. Throws 401, 404. */
export async function findAmendment(ctx: Ctx, id: string): Promise<FoundAmendment> {
	const { row } = await procedureOfTown(ctx, id);
	const { frozen: before, version } = await loadFrozen(ctx, id);
	const known = { isOpen: isOpenFor(row, ctx.now), frozen: before, deadline: row.deadline };
	const [found] = await ctx.db.select().from(procedureAmendments).where(eq(procedureAmendments.procedureId, id));
	if (!found) return { ...known, amendment: null };
	const after = amended(before, found.draft);
	const asked = { before, after, round: row.round, now: ctx.now };
	const isOlder = found.basedOn !== version;
	const against = isOlder
		? 'Der Aufruf hat inzwischen eine neuere Fassung. Bitte diese Änderung verwerfen und von dort neu beginnen.'
		: (whyNotAmend(asked)?.message ?? null);
	return {
		...known,
		amendment: {
			...{ version: found.version, draft: found.draft, changes: changesOf(before, after), deadline: deadlineOf(after, row.round) },
			...{ mustMove: mustMove(asked), against }
		}
	};
}
