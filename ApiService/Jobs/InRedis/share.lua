-- KEYS: job
-- ARGV: id, status, history, result, problem, how long to keep it
if not isFinished() then
  redis.call('HSET', job, 'status', ARGV[2], 'history', ARGV[3], 'result', ARGV[4], 'problem', ARGV[5])
  redis.call('PEXPIRE', job, ARGV[6])
  redis.call('PUBLISH', 'vision:{jobs}:changed', ARGV[1])
end
return field('canceled') and 'canceled' or 'held'
