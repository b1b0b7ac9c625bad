import type { Ctx } from '#modules/people/actor.ts';
import { tellWriters } from './internal/tell.ts';
import { candidates } from './tables.ts';

type Of = { procedureId: string; conceptId: string; title: string };

/** The group of a direct match is the one candidate, and hears that it is proposed. In the transaction of the command that asked who may. */
export async function takePartner(ctx: Ctx, { procedureId, conceptId, title }: Of): Promise<void> {
	const checked = { state: 'valid', checkedAt: ctx.now, checkedBy: ctx.actor?.id ?? null } as const;
	await ctx.db.insert(candidates).values({ conceptId, procedureId, ...checked });
	const text = 'Die Zeit für Fragen und Einwände ist vorbei. Jetzt entscheidet, wer dafür genannt ist; den Brief findet Ihr dann hier.';
	const data = { title: `Ihr seid vorgeschlagen: ${title}`, text, href: `/konto/konzepte/${conceptId}` };
	await tellWriters(ctx, 'proposed', [{ conceptId, data }]);
}
