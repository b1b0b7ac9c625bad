import { eq } from 'drizzle-orm';
import { refused } from '#lib/refusal.ts';
import { momentText } from '#lib/text/berlin.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { recordEvent } from '#modules/people/server/record-event.ts';
import { amended, whyNotAmend } from '../amendment.ts';
import { isOpenFor } from '../open.ts';
import { heldAmendment } from './internal/amendment-for.ts';
import { newVersion } from './internal/new-version.ts';
import { loadFrozen } from './load-frozen.ts';
import { procedureAmendments } from './publication-tables.ts';
import { tellFollowers } from './tell-followers.ts';

/** An amendment takes force: a new version of the call beside the old one, the deadline moved as the rule asks, and everybody who follows hears. Throws 401, 404, 409, 422. */
export async function publishAmendment(ctx: Ctx, { id, reason }: { id: string; reason: string }): Promise<void> {
	await ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		const { row, amendment } = await heldAmendment(inside, id);
		if (!isOpenFor(row, ctx.now)) throw refused('too-late', 'Die Frist ist vorbei. Am Aufruf ändert sich nichts mehr.');
		const { frozen: before, version } = await loadFrozen(inside, id);
		if (version !== amendment.basedOn)
			throw refused(
				'based-on-older',
				'Der Aufruf hat inzwischen eine neuere Fassung. Bitte diese Änderung verwerfen und von dort neu beginnen.'
			);
		const after = amended(before, amendment.draft);
		const not = whyNotAmend({ before, after, round: row.round, now: ctx.now });
		if (not) throw refused(not.code, not.message);
		const deadline = await newVersion(inside, row, { after, reason, kind: 'call.amended' });
		await db.delete(procedureAmendments).where(eq(procedureAmendments.procedureId, id));
		await recordEvent(inside, 'procedure.amended', { subjectId: id, data: { version: version + 1 } });
		const text = `${reason} Die Frist endet am ${momentText(deadline)}. Was anders ist, steht alt und neu nebeneinander.`;
		await tellFollowers(inside, id, { kind: 'procedure-amended', key: String(version + 1), title: 'Geändert', text, part: '#fassungen' });
	});
}
