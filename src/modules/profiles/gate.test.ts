import { expect, test } from 'vitest';
import { whyNotPublish } from './gate.ts';
import { toProfilePage } from './to-profile-page.ts';
import { isReady, part } from '#testing/profiles.ts';

const said = (...more: Parameters<typeof whyNotPublish>[0]) => whyNotPublish([...isReady(), ...more]).map(({ message }) => message);

test('an empty profile is told everything that is missing, and where', () => {
	expect(whyNotPublish([]).map(({ kind }) => kind)).toEqual(['intro', 'standing', 'next']);
	expect(whyNotPublish([])[1]?.message).toContain('fehlen noch 2 Abschnitte');
});

test('what is needed is enough', () => {
	expect(said()).toEqual([]);
});

test.for([
	'Lorem ipsum dolor sit amet, consetetur sadipscing elitr, sed diam nonumy.',
	'Platzhalter',
	'folgt',
	'Hier kommt noch etwas zur Partizipation',
	'bald',
	'…',
	'TODO: Text vom Bürgermeister'
])('a placeholder is found: %s', (text) => {
	expect(said(part('standing', { title: 'Partizipation', text })).join()).toContain('Platzhalter');
});

test.for([
	'Bald beginnt der Umbau des Bahnhofs; die Pläne hängen im Rathaus, und wer mag, redet mit.',
	'Das Platzhalterproblem kennen wir: Wer einen Laden ausprobiert, braucht Verlässlichkeit.'
])('a sentence that only sounds like one is none: %s', (text) => {
	expect(said(part('standing', { title: 'Bahnhof', text }))).toEqual([]);
});

test('a heading with three words is no section, and a recording needs its words', () => {
	expect(said(part('standing', { title: 'Makerhub', text: 'Ist super.' })).join()).toContain('sehr kurz');
	const film = { key: 'profil/x.mp4', contentType: 'video/mp4', bytes: 1, width: null, height: null };
	expect(said({ ...part('recording', { title: 'Gespräch' }), file: film }).join()).toContain('Text zum Mitlesen');
	expect(said({ ...part('recording', { title: 'Gespräch', transcript: 'Guten Tag.' }), file: film })).toEqual([]);
});

test('the public page has released voices only, and no notes', () => {
	const voice = (name: string) => part('voice', { text: 'Gut so.', name, function: 'Nachbarin' });
	const page = toProfilePage([voice('Still'), { ...voice('Laut'), releasedAt: new Date() }]);
	expect(page.voices.map(({ name }) => name)).toEqual(['Laut']);
	expect(JSON.stringify(page)).not.toContain('Still');
});
