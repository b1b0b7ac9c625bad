import { and, eq, gt } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import { addMail } from '#modules/people/server/add-mail.ts';
import { reports } from '../tables.ts';
import type { Lead } from './lead-report.ts';

const day = 86_400_000;

/** Whoever checks hears of reports once a day, however many come. Returns whether they are told now. */
export async function tellReceivers(ctx: Ctx, { id, ags, lead }: { id: string; ags: string; lead: Lead }): Promise<boolean> {
	const since = new Date(ctx.now.getTime() - day);
	if (await ctx.db.$count(reports, and(eq(reports.ags, ags), gt(reports.toldAt, since)))) return false;
	for (const to of lead.sendTo)
		await addMail(ctx, {
			to,
			template: 'letter',
			data: {
				title: `Ein leeres Haus in ${lead.town} wurde gemeldet`,
				paragraphs: [
					`Jemand hat ein leeres Haus in ${lead.town} gesehen und gemeldet. Öffentlich ist davon nichts, bis Sie entscheiden.`,
					'Kommen heute noch weitere Meldungen, schreiben wir Ihnen nicht noch einmal.'
				],
				button: { text: 'Meldung prüfen', href: `/buero/meldungen/${id}` },
				why: `Warum Sie? ${lead.why}`
			}
		});
	return true;
}
