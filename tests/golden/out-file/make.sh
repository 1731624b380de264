echo precious >out
