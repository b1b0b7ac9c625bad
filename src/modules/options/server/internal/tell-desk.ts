import { and, eq, inArray, isNull } from 'drizzle-orm';
import type { Ctx } from '#modules/people/actor.ts';
import { addNotices, type NewNotice } from '#modules/people/server/add-notice.ts';
import { grants } from '#modules/people/server/tables.ts';
import { procedureMembers, procedures } from '#modules/procedures/server/tables.ts';
import { properties } from '#modules/properties/server/tables.ts';

export type DeskWord = { procedureId: string; kind: string; about: string; title: string; text: string };

/** Tells whoever leads the procedures and whoever stands in for them; where nobody of them has an account, the editors of the municipality. */
export async function tellDesks(ctx: Pick<Ctx, 'db' | 'now' | 'actor'>, words: readonly DeskWord[]): Promise<void> {
	if (!words.length) return;
	const ids = [...new Set(words.map(({ procedureId }) => procedureId))];
	const named = await ctx.db
		.select({
			...{ id: procedureMembers.id, procedureId: procedureMembers.procedureId },
			...{ role: procedureMembers.role },
			...{ personId: procedureMembers.personId, deputyFor: procedureMembers.deputyFor }
		})
		.from(procedureMembers)
		.where(
			and(
				inArray(procedureMembers.procedureId, ids),
				inArray(procedureMembers.role, ['manager', 'deputy']),
				isNull(procedureMembers.leftAt)
			)
		);
	const managers = new Set(named.filter(({ role }) => role === 'manager').map(({ id }) => id));
	const leads = named.filter(({ role, deputyFor }) => role === 'manager' || (deputyFor !== null && managers.has(deputyFor)));
	const editors = await ctx.db
		.select({ procedureId: procedures.id, personId: grants.personId })
		.from(procedures)
		.innerJoin(properties, eq(properties.id, procedures.propertyId))
		.innerJoin(grants, and(eq(grants.ags, properties.ags), eq(grants.role, 'editor')))
		.where(inArray(procedures.id, ids));
	const recipients = (procedureId: string): string[] => {
		const own = leads.flatMap((one) => (one.procedureId === procedureId && one.personId ? [one.personId] : []));
		const all = own.length ? own : editors.filter((one) => one.procedureId === procedureId).map(({ personId }) => personId);
		return [...new Set(all)].filter((id) => id !== ctx.actor?.id);
	};
	const notices = words.flatMap(({ procedureId, kind, about, title, text }): NewNotice[] =>
		recipients(procedureId).map((personId) => ({
			...{ personId, kind, subjectId: about, topic: 'case' },
			data: { title, text, href: `/buero/verfahren/${procedureId}/anhandgabe` }
		}))
	);
	await addNotices(ctx, notices);
}
