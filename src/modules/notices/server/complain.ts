import { refused } from '#lib/refusal.ts';
import { newId } from '#lib/server/id.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { measures } from '../decision.ts';
import { decisionByLink } from './internal/load-matter.ts';
import { moveMatter } from './internal/move-matter.ts';
import { tellDesk } from './internal/tell.ts';
import { contentComplaints } from './tables.ts';

/** Whoever is affected complains, by the link of the statement of reasons, once and within the time. Throws 409, 410, 422. */
export async function complain(ctx: Ctx, { link, words }: { link: string; words?: string }): Promise<void> {
	const { matter, decision } = await decisionByLink(ctx, link);
	if (!measures[decision.measure].restricts)
		throw refused('nothing-restricted', 'Gegen diese Entscheidung gibt es nichts zu beschweren: Sie schränkt nichts ein.');
	if (decision.complainUntil < ctx.now)
		throw refused('complaint-late', 'Die Frist für eine Beschwerde ist vorbei. Der Weg zu den Gerichten steht weiter offen.');
	await ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		await moveMatter(inside, matter, { step: 'complain', words, byPerson: false });
		await db.insert(contentComplaints).values({ id: newId(), decisionId: decision.id, words: words?.trim() ?? '', createdAt: ctx.now });
		await tellDesk(inside, matter.id, {
			title: `Beschwerde zu „${matter.frozen.title}“`,
			paragraphs: [
				'Wer von der Entscheidung betroffen ist, beschwert sich. Gibt es mehrere, die die Plattform betreiben, entscheidet jemand anderes als beim ersten Mal.'
			]
		});
	});
}
