import { and, eq } from 'drizzle-orm';
import { refused, unauthenticated } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { people } from '#modules/people/server/tables.ts';
import { isReleased } from '../match.ts';
import { findPair, type Pair, type PairKey } from './find-pair.ts';
import { editorsOf } from './internal/editors-of.ts';
import { matches } from './tables.ts';

export type TalkPartner = { personId: string; name: string; title: string };

/** Whoever edits for the town longest answers for its houses; where nobody does, the owner. */
async function providerOf(ctx: Ctx, { ags, ownerId }: Pair): Promise<string | null> {
	const [editor] = await editorsOf(ctx, [ags]);
	return editor?.personId ?? ownerId;
}

/** Whom one side of a pair speaks with, once both said yes. 404 for strangers, 409 before that or when nobody is there. */
export async function findTalkPartner(ctx: Ctx, key: PairKey): Promise<TalkPartner> {
	if (!ctx.actor) throw unauthenticated();
	const pair = await findPair(ctx, key);
	const ofPair = and(eq(matches.spaceId, pair.spaceId), eq(matches.requestId, pair.requestId));
	const [match] = await ctx.db.select({ state: matches.state }).from(matches).where(ofPair);
	if (!match || !isReleased(match.state)) throw refused('not-released', 'Gesprochen wird, sobald beide Seiten Interesse gezeigt haben.');
	const personId = pair.side === 'seeker' ? await providerOf(ctx, pair) : pair.seekerId;
	const [person] = personId ? await ctx.db.select({ name: people.name }).from(people).where(eq(people.id, personId)) : [];
	if (!person || !personId || personId === ctx.actor.id)
		throw refused('nobody-there', 'Auf der anderen Seite hat gerade niemand ein Konto. Bitte die Kontaktdaten nutzen.');
	return { personId, name: person.name, title: `„${pair.requestTitle}“ und ${pair.spaceTitle}` };
}
