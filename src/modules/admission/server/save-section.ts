import { and, eq } from 'drizzle-orm';
import { Refusal, notFound, refused } from '#lib/refusal.ts';
import { properties } from '#modules/properties/server/tables.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { isWritable, missingIn, type Answer, type QuestionAnswer } from '../application-form.ts';
import { ownApplication } from './internal/application-for.ts';
import type { Loaded } from './internal/load-application.ts';
import { applications, applicationSections } from './tables.ts';

type Saved = { id: string; key: string; answer: Answer | null; version: number };

/** Only houses of the town's own register can be linked; others fall out without a word of theirs. */
async function ownHouses(
	{ db }: Pick<Ctx, 'db'>,
	{ organisation, sections }: Loaded,
	{ key, answer }: { key: string; answer: Answer | null }
): Promise<Answer | null> {
	const section = sections.find((one) => one.key === key);
	if (section?.kind !== 'question' || !answer) return answer;
	const { text, houses } = answer as QuestionAnswer;
	if (!houses.length || section.question?.theme !== 'projects' || !organisation.ags) return { text, houses: [] };
	const own = await db.select({ id: properties.id }).from(properties).where(eq(properties.ags, organisation.ags));
	const known = new Set(own.map(({ id }) => id));
	return { text, houses: [...new Set(houses)].filter((id) => known.has(id)).slice(0, 20) };
}

/**
 * Keeps one section of an application; half an answer is welcome. `version` is the one that was read: when somebody was faster this is a 409, and the page
 * shows both. Only while the town is writing; the contact as long as the application is open, and never
 * away from one that was sent.
 */
export async function saveSection(ctx: Ctx, { id, key, answer, version }: Saved): Promise<void> {
	await ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		const found = await ownApplication(inside, id, { write: true, lock: true });
		const { application, sections, saved } = found;
		if (!sections.some((section) => section.key === key)) throw notFound();
		if (!isWritable(application.state, key))
			throw refused('sent-already', 'Der Antrag ist abgesandt. Ändern lässt er sich wieder, wenn das Netzwerkbüro zurückfragt.');
		const before = saved.find((one) => one.key === key);
		if ((before?.version ?? 0) !== version)
			throw new Refusal(409, 'somebody-was-faster', {
				message:
					'Jemand war schneller: Diesen Teil hat inzwischen jemand aus Ihrem Haus gespeichert. Beide Fassungen stehen unten, Sie entscheiden.'
			});
		const kept = await ownHouses({ db }, found, { key, answer });
		const isSent = application.state !== 'draft' && application.state !== 'returned';
		const answers = { ...found.answers, [key]: kept ?? undefined };
		if (isSent && missingIn({ form: found.form.content, answers, valuesVersion: null }).some((one) => one.key === key))
			throw refused('incomplete', 'Eine Ansprechperson mit E-Mail braucht der Antrag, solange er läuft.', 'email');
		const row = { answer: kept, version: version + 1, savedBy: ctx.actor?.id ?? null, savedAt: ctx.now };
		const of = and(eq(applicationSections.applicationId, application.id), eq(applicationSections.key, key));
		if (before) await db.update(applicationSections).set(row).where(of);
		else await db.insert(applicationSections).values({ applicationId: application.id, key, ...row });
		await db.update(applications).set({ updatedAt: ctx.now }).where(eq(applications.id, application.id));
	});
}
