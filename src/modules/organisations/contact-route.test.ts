import { expect, test } from 'vitest';
import type { ContactPoint } from './contact.ts';
import { routeContact, type HelpingNetwork, type RouteQuestion } from './contact-route.ts';

const point = (id: string, more: Partial<ContactPoint> = {}): ContactPoint => ({
	...{ id, unit: id, name: null, role: 'vacancy_officer', email: `${id}@stadt.example`, phone: null, topics: [], deputyId: null },
	...{ absentFrom: null, absentUntil: null, absenceNote: null, publicVisibility: 'public', responseTargetDays: 10, ...more }
});
const away = { absentFrom: '2026-11-20', absentUntil: '2026-12-01' };
const network = (by: HelpingNetwork['by']): HelpingNetwork => ({
	...{ id: by, slug: by, name: `Netz ${by}`, contactName: null, contactEmail: `${by}@netz.example`, by }
});
const ask = (points: ContactPoint[], more: Partial<RouteQuestion> = {}) =>
	routeContact({ owner: 'Angermünde', points, topic: 'heritage', today: '2026-11-29', hasPeople: false, networks: [], ...more });
const at = (points: ContactPoint[], more: Partial<RouteQuestion> = {}) => {
	const { step, point, network } = ask(points, more);
	return [step, point?.id ?? network?.id ?? null];
};

test('whoever names the topic answers before whoever takes everything, the most special first', () => {
	const points = [point('alles'), point('bau', { topics: ['building', 'heritage'] }), point('denkmal', { topics: ['heritage'] })];
	expect(at(points)).toEqual(['topic', 'denkmal']);
	expect(at(points, { topic: 'building' })).toEqual(['topic', 'bau']);
	expect(at(points, { topic: null })).toEqual(['general', 'alles']);
	expect(ask(points, { topic: 'press' }).why).toBe('Für „Presse“ nennt Angermünde niemanden eigens. Diese Stelle nimmt alles an.');
});

test('while somebody is away the deputy answers, and the reason says until when', () => {
	const points = [
		point('denkmal', { topics: ['heritage'], deputyId: 'kultur', ...away }),
		point('kultur', { topics: ['culture'] }),
		point('alles')
	];
	expect(at(points)).toEqual(['deputy', 'kultur']);
	expect(ask(points).why).toBe('denkmal ist bis 01.12.2026 nicht da. Die Vertretung antwortet.');
	expect(at(points, { today: '2026-12-02' })).toEqual(['topic', 'denkmal']);
	expect(at(points, { today: '2026-11-19' })).toEqual(['topic', 'denkmal']);
});

test('a deputy who is away too hands on, and a circle of deputies ends at whoever takes everything', () => {
	const chain = [
		point('a', { topics: ['heritage'], deputyId: 'b', ...away }),
		point('b', { topics: ['culture'], deputyId: 'c', ...away }),
		point('c', { topics: ['press'] })
	];
	expect(at(chain)).toEqual(['deputy', 'c']);
	const circle = [
		point('a', { topics: ['heritage'], deputyId: 'b', ...away }),
		point('b', { topics: ['culture'], deputyId: 'a', ...away })
	];
	expect(at([...circle, point('alles')])).toEqual(['general', 'alles']);
	expect(at(circle)).toEqual(['office', null]);
});

test('somebody of the organisation for another topic is nearer than anybody from outside', () => {
	expect(at([point('presse', { topics: ['press'] })], { networks: [network('member')] })).toEqual(['general', 'presse']);
	expect(at([point('presse', { topics: ['press'] })], { topic: null })).toEqual(['general', 'presse']);
});

test('without anybody there, people with seats answer, then the nearest network, then the office: never nobody', () => {
	const networks = [network('state'), network('accompanied'), network('member')];
	expect(at([], { hasPeople: true, networks })).toEqual(['people', null]);
	expect(at([], { networks })).toEqual(['network', 'member']);
	expect(at([], { networks: networks.slice(0, 2) })).toEqual(['network', 'accompanied']);
	expect(at([], { networks: [network('state')] })).toEqual(['network', 'state']);
	expect(at([])).toEqual(['office', null]);
	expect(ask([]).why).toContain('Angermünde zeigt hier noch keine Ansprechperson.');
	expect(ask([point('alles', away)]).why).toContain('Bei Angermünde ist zurzeit niemand da.');
});

test('a letter needs a mail address: who has only a telephone is passed over by the deputy', () => {
	const points = [point('amt', { email: null, phone: '03331 2600', deputyId: 'post' }), point('post', { topics: ['press'] })];
	expect(at(points)).toEqual(['general', 'amt']);
	expect(at(points, { byMail: true })).toEqual(['deputy', 'post']);
});
