import { eq, sql } from 'drizzle-orm';
import { dayOf, monthsAfter } from '#lib/calendar.ts';
import { newId } from '#lib/server/id.ts';
import { refused } from '#lib/refusal.ts';
import { germanDay } from '#lib/text/german.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { moveProcedure } from '#modules/procedures/server/move-procedure.ts';
import { properties } from '#modules/properties/server/tables.ts';
import { proposedMilestones, usualDays } from '../../milestone.ts';
import { proposal, whyNotTerm } from '../../option.ts';
import { optionHolds, optionMilestones, options, optionTalks } from '../tables.ts';
import type { Desk } from './desk-for.ts';
import { followHouse } from './follow-house.ts';
import { logStep } from './log-step.ts';
import { whyNotGrant } from '#modules/awards/server/check-grant.ts';
import { tellHolders } from './tell-holder.ts';
import { waitingOf, type Waiting } from './waiting.ts';

export type Terms = {
	startsOn: string;
	endsOn: string;
	fee: number | null;
	feeIsCredited: boolean;
	terms: string;
	mostExtensions: number;
};

const heldElsewhere = refused(
	'held',
	'Dieses Haus oder einer seiner Räume ist schon in anderer Hand. Bitte zuerst klären, was dort gilt: Ein Haus geht nie zweimal an die Hand.'
);
const isHeld = (error: unknown): boolean => {
	const { constraint } = ((error as { cause?: object }).cause ?? {}) as { constraint?: string };
	return constraint?.startsWith('option_holds_') ?? false;
};

/** The row of the house is held, so that grants come one after the other; that nothing is held twice is the database's own rule. */
async function hold(ctx: Ctx, { house, unitIds }: Desk, optionId: string): Promise<void> {
	const about = { optionId, propertyId: house.id };
	const rows = unitIds.length ? unitIds.map((unitId) => ({ id: newId(), ...about, unitId })) : [{ id: newId(), ...about }];
	await ctx.db.select({ id: properties.id }).from(properties).where(eq(properties.id, house.id)).for('no key update');
	await ctx.db
		.transaction((db) => db.insert(optionHolds).values(rows))
		.catch((error: unknown) => {
			throw isHeld(error) ? heldElsewhere : error;
		});
}

/** Milestones and the talk about how far things are, as proposed; the office changes them. */
async function plan(ctx: Ctx, { head }: Desk, option: Pick<Terms, 'startsOn' | 'endsOn'> & { id: string }): Promise<void> {
	const { id: optionId, ...term } = option;
	const isLight = head.kind === 'room_grant';
	const rows = proposedMilestones(term, { isLight }).map(({ title, description, source, dueOn }) => ({
		id: newId(),
		optionId,
		title,
		description,
		source,
		dueOn
	}));
	await ctx.db.insert(optionMilestones).values(rows);
	const on = monthsAfter(term.startsOn, proposal.talkAfterMonths);
	if (on < term.endsOn && !isLight)
		await ctx.db.insert(optionTalks).values({ id: newId(), optionId, on, byPersonId: ctx.actor?.id ?? null, at: ctx.now });
}

function chosen(next: readonly Waiting[], conceptId: string | undefined): Waiting {
	const [only] = next;
	if (!only) throw refused('nobody-waits', 'Es wartet niemand mehr. Das Verfahren lässt sich aufheben und neu beginnen.');
	if (next.length === 1 && !conceptId) return only;
	const one = next.find((waiting) => waiting.conceptId === conceptId);
	if (one) return one;
	if (conceptId) throw refused('not-next', 'Dieses Konzept ist nicht an der Reihe. Bitte die Seite neu laden.', 'conceptId');
	throw refused(
		'choose',
		'Mehrere teilen sich diesen Rang. Bitte wählen, wer das Haus zuerst bekommt; der Beschluss sagt, nach welcher Regel.',
		'conceptId'
	);
}

/** Gives the house to whoever is next, in the transaction of the command that asked who may: holds units, plans milestones, moves the procedure, tells the group. Returns the id. */
export async function giveOption(ctx: Ctx, desk: Desk, { terms, conceptId }: { terms: Terms; conceptId?: string }): Promise<string> {
	const not = await whyNotGrant(ctx, desk.head.id);
	if (not) throw refused('standstill', not);
	const wrong = whyNotTerm(terms);
	if (wrong) throw refused(wrong.code, wrong.message, wrong.field);
	if (terms.endsOn < dayOf(ctx.now)) throw refused('past', 'Das Ende liegt in der Vergangenheit.', 'endsOn');
	const facts = { from: terms.startsOn, until: terms.endsOn, extensions: terms.mostExtensions, feeCents: terms.fee };
	const { id: procedureId } = desk.head;
	const [{ turn } = { turn: 1 }] = await ctx.db
		.select({ turn: sql<number>`coalesce(max(${options.turn}), 0)::int + 1` })
		.from(options)
		.where(eq(options.procedureId, procedureId));
	const one = chosen((await waitingOf(ctx, procedureId)).next, conceptId);
	const sealed = { holder: { concept: one.conceptId, name: one.name } };
	await moveProcedure(ctx, { id: procedureId, move: 'grant', facts: { ...facts, turn, rank: one.rank }, sealed });
	const id = newId();
	const holderName = one.name || `Konzept ${one.number ?? ''}`.trim();
	const { startsOn, endsOn, fee: feeCents, feeIsCredited, mostExtensions } = terms;
	const row = { id, procedureId, turn, conceptId: one.conceptId, holderName, startsOn, endsOn, feeCents, feeIsCredited, mostExtensions };
	await ctx.db
		.insert(options)
		.values({ ...row, terms: terms.terms, levels: usualDays, grantedBy: ctx.actor?.id ?? null, grantedAt: ctx.now });
	await hold(ctx, desk, id);
	await plan(ctx, desk, { id, startsOn, endsOn });
	await logStep(ctx, { optionId: id, step: 'grant', endsOn });
	await followHouse(ctx, desk, { act: 'grant', reason: `Anhandgabe aus dem Verfahren ${desk.head.number} bis ${germanDay(endsOn)}` });
	const title = `${desk.house.title}: Das Haus ist an Eurer Hand`;
	const text = `Vom ${germanDay(startsOn)} bis zum ${germanDay(endsOn)} verhandelt die Kommune mit niemandem sonst. Was bis wann ansteht, steht auf Eurer Seite. Zurückgeben könnt Ihr jederzeit.`;
	await tellHolders(ctx, [{ option: row, kind: 'option-granted', about: id, title, text }]);
	return id;
}
