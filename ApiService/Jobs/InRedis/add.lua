-- KEYS: job, image, bytes, queue, idempotency
-- ARGV: id, image (nothing where the bytes have been sent before), largest total, retention, fingerprint, options, cache use, trace, whether there is an idempotency key
-- Gives what became of it, the id, and the job's history, result and problem.
if ARGV[9] == '1' then
  local known = redis.call('HMGET', KEYS[5], 'id', 'fingerprint')
  if known[1] then
    redis.call('DEL', KEYS[2])
    local state = redis.call('HMGET', 'vision:{jobs}:job:' .. known[1], 'history', 'result', 'problem')
    return { known[2] == ARGV[5] and 'known' or 'mismatch', known[1], unpack(state) }
  end
end

local isSent = ARGV[2] == ''
local size = isSent and redis.call('STRLEN', KEYS[2]) or #ARGV[2]
if tonumber(redis.call('GET', KEYS[3]) or '0') + size > tonumber(ARGV[3]) then
  redis.call('DEL', KEYS[2])
  return { 'full' }
end

redis.call('INCRBY', KEYS[3], size)
if isSent then
  redis.call('PERSIST', KEYS[2])
else
  redis.call('SET', KEYS[2], ARGV[2])
end
redis.call('HSET', job, 'options', ARGV[6], 'use', ARGV[7], 'trace', ARGV[8])
become(ARGV[1], 'queued')
redis.call('XADD', KEYS[4], '*', 'id', ARGV[1])
if ARGV[9] == '1' then
  redis.call('HSET', KEYS[5], 'id', ARGV[1], 'fingerprint', ARGV[5])
  redis.call('PEXPIRE', KEYS[5], ARGV[4])
end
redis.call('PUBLISH', 'vision:{jobs}:added', ARGV[1])
return { 'added', ARGV[1], field('history'), false, false }
