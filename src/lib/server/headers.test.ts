import { expect, test } from 'vitest';
import { firstHeaders, secured } from './headers.ts';

test('whoever came by https is to stay there, and an installation without it says nothing of the kind', () => {
	expect(firstHeaders('https://raum.example', '/')).toMatchObject({ 'strict-transport-security': 'max-age=31536000' });
	expect(firstHeaders('http://localhost:3000', '/')).not.toHaveProperty('strict-transport-security');
});

test('a drawing opened by itself runs nothing; scripts and their workers are left alone', () => {
	expect(firstHeaders('http://localhost', '/favicon.svg?v=2')['content-security-policy']).toContain('sandbox');
	expect(firstHeaders('http://localhost', '/_app/immutable/karte.js')).not.toHaveProperty('content-security-policy');
});

test('what is gone may return: no browser keeps that answer', () => {
	expect(secured(new Response('', { status: 410 })).headers.get('cache-control')).toBe('no-cache');
	expect(secured(new Response('')).headers.has('cache-control')).toBe(false);
});

test('what a page says itself stays, what is missing is added', () => {
	const page = secured(
		new Response('', { headers: { 'content-security-policy': "img-src 'self'", 'referrer-policy': 'no-referrer' } }),
		'https://karte.example/stil.json'
	);
	expect(page.headers.get('content-security-policy')).toBe("img-src https://karte.example 'self'");
	expect(page.headers.get('referrer-policy')).toBe('no-referrer');
	expect(secured(new Response('')).headers.get('content-security-policy')).toContain("default-src 'none'");
});
