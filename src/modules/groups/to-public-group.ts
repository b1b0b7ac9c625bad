import type { GroupState } from './group.ts';
import { legalForms, type LegalForm } from './legal-form.ts';

/** A row as it is read for the public, before the allow-list. */
export type PublicRow = {
	slug: string;
	name: string;
	idea: string;
	seeks: string;
	state: GroupState;
	legalForm: LegalForm | null;
	isDemo: boolean;
	members: number;
	openRoles: string[] | null;
	/** Only those who agreed. */
	named: { name: string; organisation: string | null }[] | null;
	town: string | null;
	house: { slug: string; title: string } | null;
};

/** What others may read of a group: an allow-list. No person who has not agreed, no need of anybody, no document, nobody's address. */
export function toPublicGroup({ slug, name, idea, seeks, state, legalForm, isDemo, members, openRoles, named, town, house }: PublicRow) {
	return {
		...{ slug, name, idea, seeks, isDemo, members, town, house },
		legalForm: state === 'established' && legalForm ? legalForms[legalForm].name : null,
		openRoles: openRoles ?? [],
		named: named ?? []
	};
}
export type PublicGroup = ReturnType<typeof toPublicGroup>;

/** "Eine Person", "12 Leute". */
export const peopleText = (n: number): string => (n === 1 ? 'Eine Person' : `${n} Leute`);
