import { isDeepStrictEqual } from 'node:util';
import { and, asc, desc, eq, inArray } from 'drizzle-orm';
import { newId } from '#lib/server/id.ts';
import { networkParts } from '#modules/networks/server/tables.ts';
import type { PartData } from '#modules/networks/parts.ts';
import type { Ctx } from '#modules/people/actor.ts';
import type { FormContent } from '../application-form.ts';
import { admissionForms } from './tables.ts';

/** The questions and criteria of a network as its office has written them by now. */
async function contentNow({ db }: Pick<Ctx, 'db'>, networkId: string): Promise<FormContent> {
	const parts = await db
		.select()
		.from(networkParts)
		.where(and(eq(networkParts.networkId, networkId), inArray(networkParts.kind, ['question', 'condition'])))
		.orderBy(asc(networkParts.position), asc(networkParts.id));
	return {
		questions: parts
			.filter(({ kind }) => kind === 'question')
			.map(({ id, data }) => {
				const { title, hint, theme, required } = data as PartData<'question'>;
				return { id, theme: theme ?? 'other', title, hint: hint ?? null, isRequired: required };
			}),
		criteria: parts
			.filter(({ kind }) => kind === 'condition')
			.map(({ id, data }) => ({ id, ...(data as PartData<'condition'>) }))
			.filter(({ check }) => check !== 'none')
			.map(({ id, title, text, check }) => ({ id, title, text, check }))
	};
}

/** The form that a new application begins with: the latest version, or a new one when the office has changed a question since. */
export async function findCurrentForm(ctx: Pick<Ctx, 'db' | 'now'>, networkId: string): Promise<typeof admissionForms.$inferSelect> {
	const content = await contentNow(ctx, networkId);
	const [latest] = await ctx.db
		.select()
		.from(admissionForms)
		.where(eq(admissionForms.networkId, networkId))
		.orderBy(desc(admissionForms.version))
		.limit(1);
	if (latest && isDeepStrictEqual(latest.content, content)) return latest;
	const row = { id: newId(), networkId, version: (latest?.version ?? 0) + 1, content, createdAt: ctx.now };
	const [made] = await ctx.db.insert(admissionForms).values(row).onConflictDoNothing().returning();
	return made ?? findCurrentForm(ctx, networkId);
}
