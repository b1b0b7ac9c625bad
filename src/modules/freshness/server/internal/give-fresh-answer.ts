import { and, eq, ne } from 'drizzle-orm';
import { notFound, refused } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { addNotice } from '#modules/people/server/add-notice.ts';
import { recordEvent } from '#modules/people/server/record-event.ts';
import { confirmByWord } from '#modules/properties/server/confirm-properties.ts';
import { lightProperty } from '#modules/properties/server/fade-properties.ts';
import { properties } from '#modules/properties/server/tables.ts';
import { lightRequest, stepByWord } from '#modules/requests/server/fade-requests.ts';
import { adapted, addDays, answerWord, whyNotAnswer, type FreshAnswer } from '../../freshness.ts';
import { findRules } from '../find-rules.ts';
import { freshnessAsks, freshnessEntries } from '../tables.ts';
import { whomToAsk } from './whom-to-ask.ts';

export type Ask = typeof freshnessAsks.$inferSelect;
export type Given = { askId: string; answer: FreshAnswer; words: string; byId: string | null };

/** The office hears what somebody else said of a house; it decides. */
async function tellOffice(ctx: Ctx, ask: Ask, { answer, words, byId }: Given): Promise<void> {
	const [house] = await ctx.db
		.select({ title: properties.title, stale: properties.stale })
		.from(properties)
		.where(eq(properties.id, ask.entryId));
	const isGone = house?.stale === 'archived';
	if (!house || (answer === 'still' && !isGone)) return;
	const [office] = await whomToAsk(ctx, { kind: 'property', ids: [ask.entryId], isOfficeOnly: true });
	if (!office?.personId || office.personId === byId) return;
	const said = { still: 'stimmt noch, steht aber nicht mehr auf der Seite', changed: 'hat sich geändert', gone: 'ist nicht mehr leer' }[
		answer
	];
	const isHint = ask.askedAs === 'reporter';
	await addNotice(ctx, {
		...{ personId: office.personId, kind: `freshness.${answer}`, subjectId: ask.id, topic: 'freshness', minutes: 3 },
		data: {
			title: isHint ? `Hinweis zu „${house.title}“: ${answerWord('property', answer, 'reporter')}` : `„${house.title}“ ${said}`,
			text: words || 'Mehr wurde nicht gesagt.',
			href: answer === 'changed' && !isHint ? `/buero/raeume/${ask.entryId}` : '/buero/aktualitaet'
		}
	});
}

async function followProperty(ctx: Ctx, ask: Ask, given: Given): Promise<void> {
	const [house] = await ctx.db.select({ ownerPersonId: properties.ownerPersonId }).from(properties).where(eq(properties.id, ask.entryId));
	const isOwner = ask.askedAs === 'owner' || (ask.personId !== null && ask.personId === house?.ownerPersonId);
	if (given.answer === 'still') await confirmByWord(ctx, { id: ask.entryId, confirmedBy: isOwner ? 'owner' : 'office' });
	else await lightProperty(ctx, ask.entryId);
	await tellOffice(ctx, ask, given);
}

async function followRequest(ctx: Ctx, { entryId: id, answer: before }: Ask, answer: FreshAnswer): Promise<void> {
	if (answer === 'still') return void (await stepByWord(ctx, { id, step: 'renew' }));
	if (answer === 'gone') return void (await stepByWord(ctx, { id, step: 'pause' }));
	if (before === 'gone') await stepByWord(ctx, { id, step: 'resume' });
	await lightRequest(ctx, id);
}

/** Every answer starts the clock anew; what is off the page waits for a decision. */
async function startAnew(ctx: Ctx, { kind, entryId }: Ask, intervalDays: number): Promise<void> {
	await ctx.db
		.update(freshnessEntries)
		.set({
			...{ since: ctx.now, intervalDays, step: 'current', askedAt: null, asks: 0, reached: 0 },
			nextAt: addDays(ctx.now, intervalDays)
		})
		.where(and(eq(freshnessEntries.kind, kind), eq(freshnessEntries.entryId, entryId), ne(freshnessEntries.step, 'archived')));
}

/** Writes an answer, the first or a better one, and does what follows from it; from whoever reported it is a hint, and the clock goes on. The same answer again changes nothing. Who may answer is asked before. */
export async function giveFreshAnswer(ctx: Ctx, given: Given): Promise<void> {
	const { askId, answer, words } = given;
	await ctx.db.transaction(async (db) => {
		const within = { ...ctx, db };
		const [ask] = await db.select().from(freshnessAsks).where(eq(freshnessAsks.id, askId)).for('update');
		if (!ask) throw notFound('Diesen Eintrag gibt es nicht mehr. Zu beantworten ist nichts.');
		if (ask.answer === answer && (ask.words ?? '') === words) return;
		const against = whyNotAnswer(ask);
		if (against) throw refused('decided', against);
		const [entry] = await db
			.select({ step: freshnessEntries.step })
			.from(freshnessEntries)
			.where(and(eq(freshnessEntries.kind, ask.kind), eq(freshnessEntries.entryId, ask.entryId)));
		// an owner and whoever reported are nobody of this platform, even where they are signed in
		const byId = ask.askedAs === 'contact' ? given.byId : null;
		const step = ask.answer ? ask.step : (entry?.step ?? ask.step);
		await db
			.update(freshnessAsks)
			.set({ answer, words: words || null, answeredAt: ctx.now, answeredBy: byId, step, decision: null, decidedAt: null, decidedBy: null })
			.where(eq(freshnessAsks.id, askId));
		await recordEvent(within, 'entry.answered', {
			subjectId: ask.entryId,
			actorId: byId,
			data: { kind: ask.kind, answer, askedAs: ask.askedAs }
		});
		if (ask.askedAs === 'reporter') return tellOffice(within, ask, { ...given, byId });
		if (ask.kind === 'property') await followProperty(within, ask, { ...given, byId });
		else await followRequest(within, ask, answer);
		const { rules } = await findRules(within);
		await startAnew(within, ask, adapted({ ...ask, step }, answer, rules));
	});
}
