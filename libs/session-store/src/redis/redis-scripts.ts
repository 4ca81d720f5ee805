/** `writtenAt` of a stored session, '0' where there is none that can be read. */
const WRITTEN_AT = `
local function writtenAt(key)
  local head = redis.pcall('GETRANGE', key, 0, 63)
  return type(head) == 'string' and string.match(head, '^{"version":1,"writtenAt":(%d+),') or '0'
end`;

/**
 * Takes the user's lock and reads what a turn needs, or takes a place in the queue of those who wait.
 * The queue is a hash: token -> when it arrived and when it last asked, in microseconds of the server's clock. A waiter who
 * has not asked for \`patience\` is gone. A lock and a place of the caller's own instance go first of all: one process asks
 * for a user once at a time, so they are left over from a call whose answer never arrived. Were such a lock kept while
 * others are first in the queue, they would wait for it and its owner for them.
 */
const BEGIN = `
local lock, queue, session, order = KEYS[1], KEYS[2], KEYS[3], KEYS[4]
local token, instance, lease, patience = ARGV[1], ARGV[2], ARGV[3], tonumber(ARGV[4])
local time = redis.call('TIME')
local now = time[1] * 1000000 + time[2]
local function own(other) return string.sub(other, 1, #instance) == instance end
local taken = redis.call('GET', lock)
if taken and own(taken) then
  redis.call('DEL', lock)
  taken = false
end
local waiting = redis.call('HGETALL', queue)
local arrived, earliest = now, now
for i = 1, #waiting, 2 do
  local since, asked = string.match(waiting[i + 1], '(%d+):(%d+)')
  if waiting[i] == token then
    arrived = tonumber(since)
  elseif own(waiting[i]) or now - tonumber(asked) > patience * 1000 then
    redis.call('HDEL', queue, waiting[i])
  elseif tonumber(since) < earliest then
    earliest = tonumber(since)
  end
end
if taken or earliest < arrived then
  redis.call('HSET', queue, token, string.format('%.0f:%.0f', arrived, now))
  redis.call('PEXPIRE', queue, patience)
  return {0}
end
if #waiting > 0 then redis.call('HDEL', queue, token) end
redis.call('SET', lock, token, 'PX', lease)
local function read(key)
  local value = redis.pcall('GET', key)
  return type(value) == 'table' and 'of another type' or value
end
return {1, read(session), redis.call('PTTL', session), read(order), redis.call('PTTL', order)}`;

/**
 * Writes what a turn leaves and gives the lock back. The fence: nobody else holds the lock, and what is stored is what the
 * turn began with (or has expired meanwhile). A write that was sent before an outage and arrives after it changes nothing.
 */
const SAVE = `${WRITTEN_AT}
local lock, session, order = KEYS[1], KEYS[2], KEYS[3]
local token, base = ARGV[1], ARGV[2]
local holder = redis.call('GET', lock)
local stored = writtenAt(session)
if (holder and holder ~= token) or not (stored == base or (holder and stored == '0')) then return 0 end
local function put(key, value, lifetime)
  if value == '' then redis.call('DEL', key) else redis.call('SET', key, value, 'PX', lifetime) end
end
put(session, ARGV[3], ARGV[4])
put(order, ARGV[5], ARGV[6])
if holder then redis.call('DEL', lock) end
return 1`;

/** Keeps the lock, or takes it again where it is gone, as after a restart of the server. */
const RENEW = `
local holder = redis.call('GET', KEYS[1])
if holder and holder ~= ARGV[1] then return 0 end
redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
return 1`;

/** Gives back the lock, or the place in the queue of those who wait for it. */
const RELEASE = `
redis.call('HDEL', KEYS[2], ARGV[1])
if redis.call('GET', KEYS[1]) == ARGV[1] then redis.call('DEL', KEYS[1]) end
return 1`;

/** Each script with the number of its keys. */
export const TURN_SCRIPTS = {
  beginTurn: { lua: BEGIN, numberOfKeys: 4 },
  saveTurn: { lua: SAVE, numberOfKeys: 3 },
  renewTurn: { lua: RENEW, numberOfKeys: 1 },
  releaseTurn: { lua: RELEASE, numberOfKeys: 2 },
};
