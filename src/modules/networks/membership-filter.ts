import { membershipStates, type MembershipState } from './vocabulary.ts';

export const dues = { values: 'Werte nicht bestätigt', fee: 'Beitrag offen' } as const;
export type Due = keyof typeof dues;

export type MembershipFilter = { q: string; state: MembershipState | ''; stateCode: string; due: Due | '' };

const oneOf = <K extends string>(words: Record<K, string>, text: string | null): K | '' =>
	text && Object.hasOwn(words, text) ? (text as K) : '';

/** What the address asks for; what is not understood is left out. */
export const readMembershipFilter = (query: URLSearchParams): MembershipFilter => ({
	q: (query.get('q') ?? '').trim().slice(0, 100),
	state: oneOf(membershipStates, query.get('stand')),
	stateCode: /^\d{2}$/.test(query.get('land') ?? '') ? (query.get('land') ?? '') : '',
	due: oneOf(dues, query.get('offen'))
});
