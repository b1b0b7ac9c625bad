import type { LetterSeries } from '#lib/server/pdf/blocks.ts';
import { refused } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { campaignFor } from './internal/campaign-for.ts';
import { lettersOf } from './internal/letters.ts';
import { recipientFor } from './internal/recipient-for.ts';

const none = () =>
	refused('no-letters', 'Hier gibt es nichts zu drucken: Die Auswahl steht noch nicht fest, oder niemand darf angeschrieben werden.');

/** All letters of a campaign for one run of the printer; `only`: one of them. Throws 404 and 409. */
export async function findLetters(ctx: Ctx, { id, baseUrl }: { id: string; baseUrl: string }): Promise<LetterSeries> {
	const campaign = await campaignFor(ctx, id, { reads: 'Briefe' });
	const series = await lettersOf(ctx, campaign, { baseUrl });
	if (!series.letters.length) throw none();
	return series;
}

/** One letter, as it is printed. Throws 404 and 409. */
export async function findLetter(ctx: Ctx, { id, baseUrl }: { id: string; baseUrl: string }): Promise<LetterSeries> {
	const { campaign } = await recipientFor(ctx, id, { reads: 'Brief' });
	const series = await lettersOf(ctx, campaign, { baseUrl, only: id });
	if (!series.letters.length) throw none();
	return series;
}
