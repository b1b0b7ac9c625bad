import { z } from 'zod';
import { stateAt } from './open.ts';
import { kinds, states, transfers } from './procedure.ts';
import { stands } from './procedure-filter.ts';
import type { ListedProcedure } from './server/list-public-procedures.ts';
import type { PublicProcedure } from './server/find-public-procedure.ts';

const words = <K extends string>(vocabulary: Record<K, string>) => z.enum(Object.keys(vocabulary) as [K, ...K[]]);

export const apiProcedureQuery = z.object({
	state: words(stands).optional().describe('offen, in Bewertung, entschieden oder aufgehoben'),
	kind: words(kinds).optional(),
	stateCode: z
		.string()
		.regex(/^(0[1-9]|1[0-6])$/)
		.optional()
		.describe('Bundesland, amtlicher Schlüssel'),
	ags: z
		.string()
		.regex(/^\d{8}$/)
		.optional()
		.describe('Kommune'),
	limit: z.coerce.number().int().min(1).max(100).default(50),
	cursor: z.string().max(500).optional()
});
export type ApiProcedureQuery = z.output<typeof apiProcedureQuery>;

/** A published procedure as machines read it. */
export const apiProcedure = z.object({
	id: z.uuid(),
	number: z.number().int(),
	slug: z.string(),
	title: z.string(),
	kind: words(kinds),
	transfer: words(transfers),
	state: words(states),
	house: z.string(),
	ags: z.string(),
	municipality: z.string(),
	deadline: z.iso.datetime(),
	publishedAt: z.iso.datetime(),
	isDemo: z.boolean(),
	url: z.url()
});

const weighed = z.object({
	...{ id: z.uuid(), title: z.string(), description: z.string() },
	weight: z.number().describe('Prozent, höchstens eine Nachkommastelle'),
	levels: z.array(z.object({ points: z.number().int(), text: z.string() }))
});
export const apiProcedureDetail = apiProcedure.extend({
	goal: z.string(),
	terms: z.string(),
	timeline: z.record(z.string(), z.object({ day: z.iso.date(), time: z.string().optional() })),
	conditions: z.array(z.object({ id: z.uuid(), title: z.string(), description: z.string() })),
	criteria: z.array(z.object({ title: z.string(), criteria: z.array(weighed) })),
	priceWeight: z.number(),
	versions: z.array(z.object({ version: z.number().int(), hash: z.string(), at: z.iso.datetime(), reason: z.string().nullable() })),
	questions: z.array(z.object({ number: z.number().int(), question: z.string(), answer: z.string(), publishedAt: z.iso.datetime() }))
});

export const procedureAnswer = (row: ListedProcedure, base: string): z.output<typeof apiProcedure> => ({
	...{ id: row.id, number: row.number, slug: row.slug, title: row.title, kind: row.kind, state: row.state },
	...{ transfer: row.transfer, house: row.house, ags: row.ags, municipality: row.town },
	...{ deadline: row.deadline.toISOString(), publishedAt: row.publishedAt.toISOString(), isDemo: row.isDemo },
	url: `${base}/verfahren/${row.slug}`
});

export function procedureDetailAnswer(found: PublicProcedure, base: string): z.output<typeof apiProcedureDetail> {
	const { procedureId: id, number, slug, title, kind, deadline, ags, town, publishedAt, isDemo, content } = found;
	const { procedure, house, criteria } = content;
	return {
		...{ id, number, slug, title, kind, transfer: procedure.transfer, state: stateAt(found, found.now), house: house.title, ags },
		...{ municipality: town, deadline: deadline.toISOString(), publishedAt: publishedAt.toISOString(), isDemo },
		...{ url: `${base}/verfahren/${slug}`, goal: procedure.goal, terms: procedure.terms },
		timeline: Object.fromEntries(Object.entries(procedure.timeline)),
		conditions: criteria.eligibility.map(({ id, title, description }) => ({ id, title, description })),
		criteria: criteria.areas.map(({ title, leaves }) => ({
			title,
			criteria: leaves.map(({ id, title, description, weight, levels }) => ({ id, title, description, weight: weight / 10, levels }))
		})),
		priceWeight: procedure.priceShare / 10,
		versions: found.versions.map(({ version, hash, at, reason }) => ({ version, hash, at: at.toISOString(), reason })),
		questions: found.answers.map(({ publishedAt, ...one }) => ({ ...one, publishedAt: publishedAt.toISOString() }))
	};
}
