/** The version every report names; a test holds it equal to agent/package.json. */
export const AGENT_VERSION = '0.1.0'
