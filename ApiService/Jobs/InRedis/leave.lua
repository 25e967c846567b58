-- KEYS: job, image, bytes, queue, given up
-- ARGV: id, place in the queue, group, attempt, retention, status, result, problem, whether it counts, whether it is given up
if not field('status') or isFinished() then
  return 0
end

-- A worker that has lost its lease may still bring the result: it is as good as the other's. After a hand-back the number of
-- attempts is the same again, but then the job does not run.
local isHeld = field('attempts') == ARGV[4] and field('status') == 'running'
if not isHeld and ARGV[6] ~= 'succeeded' then
  return 0
end

drop(KEYS[4], ARGV[3], ARGV[2])
if ARGV[6] == 'queued' then
  if ARGV[9] == '0' then
    redis.call('HINCRBY', job, 'attempts', -1)
  end
  redis.call('HSET', job, 'progress', '0')
  become(ARGV[1], 'queued')
  redis.call('XADD', KEYS[4], '*', 'id', ARGV[1])
  redis.call('PUBLISH', 'vision:{jobs}:added', ARGV[1])
  return 1
end

redis.call('HSET', job, 'result', ARGV[7], 'problem', ARGV[8])
if ARGV[6] == 'succeeded' then
  redis.call('HSET', job, 'progress', '1')
end
become(ARGV[1], ARGV[6])
close(KEYS[2], KEYS[3], ARGV[5])
if ARGV[10] == '1' then
  giveUp(KEYS[5], ARGV[1])
end
return 1
