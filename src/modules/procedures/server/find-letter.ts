import { dayOf } from '#lib/calendar.ts';
import type { Letter } from '#lib/server/pdf/blocks.ts';
import { notFound, refused } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { asks, lettersOf, letterTemplates, letterTemplateOf } from '../letter-templates.ts';
import {
	knownFields,
	knownOf,
	mergedLetter,
	plainLetter,
	procedureLetter,
	whyNotLetter,
	type MergedLetter,
	type Written
} from '../letters.ts';
import { loadMembers } from './internal/load-members.ts';
import { procedureAtDesk } from './internal/procedure-for.ts';

const accent = '#8d3b24';
type Asked = { id: string; baseUrl: string };

async function factsFor(ctx: Ctx, { id, baseUrl }: Asked) {
	const { row, house } = await procedureAtDesk(ctx, id);
	const members = await loadMembers(ctx, id);
	const lead = members.find(({ role }) => role === 'manager')?.name ?? null;
	const { kind, round, timeline, title, slug } = row;
	return { row, house, lead, known: knownOf({ kind, round, timeline, title, slug, house: house.title, town: house.town, lead, baseUrl }) };
}

/** The letters to choose from, each with when it is used and whether that is now. Throws 401 and 404. */
export async function listLetters(ctx: Ctx, id: string) {
	const { row } = await procedureAtDesk(ctx, id);
	return lettersOf(row.kind).map((key) => {
		const { title, when, in: states } = letterTemplates[key];
		return { key, title, when, isNow: (states as readonly string[]).includes(row.state) };
	});
}

/** One letter to begin with, with what the procedure fills in. `ags`: whose sender it may be. Throws 401 and 404. */
export async function findLetterStart(ctx: Ctx, { key, ...asked }: Asked & { key: string }) {
	const template = letterTemplateOf(key);
	const { row, house, lead, known } = await factsFor(ctx, asked);
	if (!template) throw notFound();
	const fields = Object.entries(knownFields).map(([name, text]) => ({ name, text, value: known[name as keyof typeof known] }));
	return {
		...{ key, title: template.title, when: template.when, subject: template.subject, text: template.text(row.kind), fields },
		asks: template.asks.map((name) => ({ name, ...asks[name] })),
		sender: { ags: house.ags, name: house.isMunicipal ? house.town : (ctx.actor?.name ?? ''), signatory: lead ?? ctx.actor?.name ?? '' }
	};
}
export type LetterStart = Awaited<ReturnType<typeof findLetterStart>>;

async function checked(ctx: Ctx, asked: Asked & { written: Written }) {
	const facts = await factsFor(ctx, asked);
	const not = whyNotLetter(asked.written, facts.known);
	if (not) throw refused('not-a-letter', not.message, not.field);
	return facts;
}

/** The letter as it will read, and as text to copy. Nothing is kept. Throws 401, 404, 422. */
export async function findLetterPreview(ctx: Ctx, asked: Asked & { written: Written }): Promise<{ merged: MergedLetter; plain: string }> {
	const { known } = await checked(ctx, asked);
	const merged = mergedLetter(asked.written, known);
	return { merged, plain: plainLetter(merged, asked.written) };
}

/** The letter for the post. Nothing is kept. Throws 401, 404, 422. */
export async function findLetterPaper(ctx: Ctx, asked: Asked & { written: Written }): Promise<Letter> {
	const { known, row } = await checked(ctx, asked);
	return procedureLetter({ written: asked.written, known, number: row.number, date: dayOf(ctx.now), accent });
}
