import { dayOf } from '#lib/calendar.ts';
import type { Paper } from '#lib/server/pdf/blocks.ts';
import { notFound } from '#lib/refusal.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { noticeBlocks } from '../letter.ts';
import { findHouseByCode, type Key } from './find-house-by-code.ts';
import { accent } from './internal/letters.ts';

/** The notice of Art. 14 GDPR for whoever holds a letter: without a name, because the letter has it. Throws 404, 410 and 429. */
export async function findNoticePaper(ctx: Ctx, key: Key): Promise<Paper> {
	const { sender, notice, house } = await findHouseByCode(ctx, key);
	if (!sender) throw notFound();
	return {
		title: 'Was wir über Sie gespeichert haben',
		date: dayOf(ctx.now),
		sender: { name: sender.name, tagline: sender.unit },
		accent,
		lead: house.title,
		blocks: noticeBlocks(sender, notice),
		footer: [
			[sender.name, sender.unit],
			[sender.phone, sender.email]
		]
	};
}
