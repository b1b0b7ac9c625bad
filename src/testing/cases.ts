import { eq } from 'drizzle-orm';
import { caseParties } from '#modules/cases/server/case-tables.ts';
import type { OpenCaseInput } from '#modules/cases/forms-case.ts';
import { openCase } from '#modules/cases/server/open-case.ts';
import { saveParty } from '#modules/cases/server/save-party.ts';
import type { Stage } from './access/access.ts';
import { angermuende, cast } from './cast.ts';

/** What a clerk types while somebody is on the phone. */
export const caseInput = (over: Partial<OpenCaseInput> = {}): OpenCaseInput => ({
	...{ of: angermuende, origin: 'phone', title: 'Gasthof sucht Leute', summary: 'Die Erben möchten nicht verkaufen.' },
	...{ partyRole: 'owner', partyAccess: 'shared' },
	...over
});

export type PlantedCase = { id: string; hanna: string; amira: string };

/** A case of Angermünde that Ines has taken on, with Hanna, who owns a house, and Amira, who seeks one. Returns the ids of the case and its parties. */
export async function plantCase({ as, db }: Stage, over: Partial<OpenCaseInput> = {}): Promise<PlantedCase> {
	const { id } = await openCase(as('ines'), caseInput({ nextStep: 'Mit den Erben sprechen', nextStepOn: '2026-12-01', ...over }));
	for (const [who, role] of [
		[cast.hanna, 'owner'],
		[cast.amira, 'seeker']
	] as const)
		await saveParty(as('ines'), { id, input: { name: who.name, email: who.email, role, access: 'shared' } });
	const parties = await db.select().from(caseParties).where(eq(caseParties.caseId, id));
	const partyOf = (personId: string) => parties.find((party) => party.personId === personId)?.id ?? '';
	return { id, hanna: partyOf(cast.hanna.id), amira: partyOf(cast.amira.id) };
}
