import { expect, test } from 'vitest';
import type { ContactPoint } from '#modules/organisations/contact.ts';
import { escalate, type EscalationQuestion } from './escalation.ts';

const point = (id: string, more: Partial<ContactPoint> = {}): ContactPoint => ({
	...{ id, unit: id, name: null, role: 'vacancy_officer', email: `${id}@stadt.example`, phone: null, topics: [], deputyId: null },
	...{ absentFrom: null, absentUntil: null, absenceNote: null, publicVisibility: 'public', responseTargetDays: 5 },
	...more
});
const network = { id: 'n', slug: 'n', name: 'Helle Orte', contactName: null, contactEmail: 'buero@helle.example', by: 'member' } as const;
const question = (more: Partial<EscalationQuestion> = {}): EscalationQuestion => ({
	...{ owner: 'Angermünde', points: [point('a', { deputyId: 'b' }), point('b')], sentTo: ['a@stadt.example'], step: 'general' },
	...{ promisedDays: 5, today: '2026-11-22', networks: [network] },
	...more
});

test('first the deputy, with the reason', () => {
	expect(escalate(question())).toMatchObject({
		step: 'deputy',
		point: { id: 'b' },
		why: expect.stringContaining('innerhalb von 5 Tagen nicht geantwortet')
	});
});
test('a deputy who was asked already, is away, or stands in a ring of absent ones is passed over', () => {
	expect(escalate(question({ sentTo: ['a@stadt.example', 'b@stadt.example'] }))).toMatchObject({ step: 'network', network: { id: 'n' } });
	const ring = [point('a', { deputyId: 'b' }), point('b', { deputyId: 'a', absentFrom: '2026-11-01' })];
	expect(escalate(question({ points: ring }))).toMatchObject({ step: 'network' });
});
test('where every contact is away and no network helps, the office of the installation does; it itself is nobody to escalate to', () => {
	const away = [point('a', { absentFrom: '2026-11-01' })];
	expect(escalate(question({ points: away, networks: [] }))).toMatchObject({ step: 'office' });
	expect(escalate(question({ points: [], sentTo: [], networks: [] }))).toMatchObject({ step: 'office' });
	expect(escalate(question({ step: 'network' }))).toMatchObject({ step: 'office' });
	expect(escalate(question({ step: 'office' }))).toBeNull();
});
