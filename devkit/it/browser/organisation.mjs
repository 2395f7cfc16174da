// What happens in Okta while Jira looks on: the switchboard of the simulated organisation.

/** One organisation, changed from outside without a token and without counting as a call. */
export class Organisation {
  constructor({ url, token }) {
    this.url = url;
    this.token = token;
  }

  /** Everybody who is not deactivated. */
  people() {
    return this.#call('GET', '/control/api/v1/users?limit=200');
  }

  /** Changes the status of a person, for example to DEPROVISIONED. */
  setStatus(person, status) {
    return this.#call('POST', `/control/people/${person.id}/${status}`);
  }

  /** Makes an active person, who joins the groups. */
  join(profile, ...groups) {
    const groupIds = groups.map(({ id }) => id);
    return this.#call('POST', '/control/api/v1/users?activate=true', { profile, groupIds });
  }

  /** Deactivates somebody and deletes them for good. */
  async delete({ id }) {
    await this.#call('DELETE', `/control/api/v1/users/${id}`);
    await this.#call('DELETE', `/control/api/v1/users/${id}`);
  }

  /** Changes some attributes of a person. */
  update(person, profile) {
    return this.#call('POST', `/control/api/v1/users/${person.id}`, { profile });
  }

  /** Gives a group another name. */
  renameGroup(group, name) {
    return this.#call('PUT', `/control/api/v1/groups/${group.id}`, { profile: { name } });
  }

  /** Makes a group. */
  group(name) {
    return this.#call('POST', '/control/api/v1/groups', { profile: { name } });
  }

  /** Puts people into a group. */
  async addMembers(group, people) {
    for (const { id } of people) {
      await this.#call('PUT', `/control/api/v1/groups/${group.id}/users/${id}`);
    }
  }

  /** From now on, every answer of the API takes this many milliseconds longer. */
  async slow(milliseconds) {
    await this.fast();
    await this.#call('POST', `/control/faults?kind=SLOW&path=/api/v1&count=-1&value=${milliseconds}`);
  }

  /** Ends every fault. */
  fast() {
    return this.#call('DELETE', '/control/faults');
  }

  /** Takes the token's rights away, or gives them back. */
  revokeToken(revoked) {
    return this.#call('POST', `/control/token?revoked=${revoked}`);
  }

  async #call(method, path, body) {
    const answer = await fetch(this.url + path, {
      method,
      headers: { Accept: 'application/json', 'Content-Type': 'application/json' },
      body: body && JSON.stringify(body),
    });
    const text = await answer.text();
    if (!answer.ok) {
      throw new Error(`${method} ${path} answered ${answer.status}: ${text}`);
    }
    return text === '' ? null : JSON.parse(text);
  }
}
