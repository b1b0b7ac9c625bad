import { dayOf } from '#lib/calendar.ts';
import { and, eq, inArray } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import { addNotices, type NewNotice } from '#modules/people/server/add-notice.ts';
import type { EntryKind, Step } from '../freshness.ts';
import { findRules } from './find-rules.ts';
import { mailFallen } from './internal/mail-fallen.ts';
import { whomToAsk, type Asked } from './internal/whom-to-ask.ts';
import { freshnessEntries } from './tables.ts';

type Fallen = { kind: EntryKind; ids: string[]; to: Step };

const what = { hidden: 'nicht mehr vermittelt', archived: 'nicht mehr öffentlich' } as const;
const isTold = (to: Step): to is keyof typeof what => Object.hasOwn(what, to);

/** Where the button stands that brings an entry back. */
const backAt = ({ entryId, isOwner }: Asked, kind: EntryKind): string =>
	kind === 'request' ? `/konto/gesuche/${entryId}` : `/${isOwner ? 'konto' : 'buero'}/raeume/${entryId}`;
const allAt = ({ isOwner }: Asked, kind: EntryKind): string =>
	kind === 'request' ? '/konto/gesuche' : isOwner ? '/konto/raeume' : '/buero/aktualitaet';

function noticesOf(
	asked: readonly Asked[],
	{ kind, to, day, most }: { kind: EntryKind; to: keyof typeof what; day: string; most: number }
): NewNotice[] {
	const by = Map.groupBy(asked, ({ personId, isOwner }) => `${personId}:${isOwner}`);
	const notice = (subjectId: string, [first, data]: [Asked, { title: string; href: string }]): NewNotice => ({
		...{ personId: first.personId ?? '', kind: `freshness.${to}`, subjectId, topic: 'freshness', minutes: 1 },
		data: { ...data, text: 'Auf zwei Fragen, ob das noch stimmt, kam keine Antwort. Ein Klick holt zurück, was noch stimmt.' }
	});
	return [...by.values()].flatMap((all) => {
		const [first] = all;
		if (!first?.personId) return [];
		const many = `${all.length} ${kind === 'request' ? 'Gesuche' : 'Häuser'} werden ${what[to]}`;
		if (all.length > most) return [notice(`${day}:${first.entryId}`, [first, { title: many, href: allAt(first, kind) }])];
		return all.map((one) => notice(`${day}:${one.entryId}`, [one, { title: `„${one.title}“ ist ${what[to]}`, href: backAt(one, kind) }]));
	});
}

/**
 * Entries are no longer matched, or no longer on their page, because nobody answered: the office hears of it and whoever was asked, each with the way back.
 * What has come back in the meantime is passed over. Part of the reactions.
 */
export async function tellFallen(ctx: Ctx, { kind, ids, to }: Fallen): Promise<void> {
	if (!isTold(to) || !ids.length) return;
	const still = await ctx.db
		.select({ id: freshnessEntries.entryId })
		.from(freshnessEntries)
		.where(and(eq(freshnessEntries.kind, kind), inArray(freshnessEntries.entryId, ids), eq(freshnessEntries.step, to)));
	const fallen = still.map(({ id }) => id);
	const asked = await whomToAsk(ctx, { kind, ids: fallen });
	const office = kind === 'property' ? await whomToAsk(ctx, { kind, ids: fallen, isOfficeOnly: true }) : [];
	const { rules } = await findRules(ctx);
	const told = [...office, ...asked.filter(({ isOwner }) => isOwner)];
	const day = dayOf(ctx.now);
	await addNotices(ctx, noticesOf(told, { kind, to, day, most: rules.single }));
	await mailFallen(ctx, { fallen, to });
}
