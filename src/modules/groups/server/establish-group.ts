import { eq } from 'drizzle-orm';
import { refused } from '#lib/refusal.ts';
import { foundOrganisation } from '#modules/organisations/server/found-organisation.ts';
import type { Ctx } from '#modules/people/actor.ts';
import { saveProfile } from '#modules/requests/server/save-profile.ts';
import { groupStateAfter } from '../group.ts';
import { legalForms } from '../legal-form.ts';
import { groupForSpeaker, membersOf } from './internal/group-for.ts';
import { checkGroupStep } from './internal/move-group.ts';
import { profileOfGroup } from './internal/profile-of-group.ts';
import { openTalk } from './internal/talk.ts';
import { note, tellMembers } from './internal/tell.ts';
import { groups } from './tables.ts';

/**
 * The group has its legal form: it becomes an organisation that whoever speaks for it manages, and the profile of its request bears the new name and
 * form. Returns the organisation's id. Throws 401, 403, 404, 409 while steps are open, 422 without a place.
 */
export async function establishGroup(ctx: Ctx, { id, legalName }: { id: string; legalName: string }): Promise<string> {
	return ctx.db.transaction(async (db) => {
		const inside = { ...ctx, db };
		const { row } = await groupForSpeaker(inside, id, { lock: true });
		await checkGroupStep(inside, row, { step: 'establish' });
		const form = row.legalForm && legalForms[row.legalForm];
		if (!form) throw refused('no-form', 'Bitte wählt zuerst eine Rechtsform.');
		if (!row.ags) throw refused('no-town', 'Bitte wählt zuerst ein Haus oder nennt einen Ort: Eine Organisation hat einen Sitz.');
		const organisationId = await foundOrganisation(inside, { name: legalName, kind: form.organisation, ort: row.ags });
		const state = groupStateAfter('establish', row.state);
		await db
			.update(groups)
			.set({ state, organisationId, name: legalName.slice(0, 80), updatedAt: ctx.now })
			.where(eq(groups.id, id));
		await openTalk(inside, { id, name: legalName });
		const profile = await profileOfGroup(inside, row);
		const size = (await membersOf(inside, id)).length;
		if (profile)
			await saveProfile(inside, { ...profile.kept, name: legalName, actorKind: form.actor, legalForm: form.name, size }, profile.id);
		await note(inside, row, { kind: 'established', what: form.name });
		const text = `Aus der Gruppe ist „${legalName}“ geworden (${form.name}).`;
		await tellMembers(inside, row, { title: `${row.name}: Rechtsform erreicht`, text });
		return organisationId;
	});
}
